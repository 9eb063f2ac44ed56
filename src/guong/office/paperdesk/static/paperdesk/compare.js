// Shows where two keyings differ, and reads which value both typists agreed on.

const KINDS = { marked: "Có dấu, có nội dung", no_stamp: "Không có dấu", blank: "Để trống hoàn toàn" };

function named(difference, questionnaire) {
  const item = questionnaire.items.find(({ key }) => key === difference.key);
  const opinion = questionnaire.opinions.find(({ key }) => key === difference.key);
  if (difference.part === "kind") return "Tình trạng tờ phiếu";
  const words = item ? `${item.number}. ${item.text}` : opinion.text;
  return difference.part === "note" ? `Chữ viết: ${words}` : words;
}

function written(difference, value, questionnaire) {
  if (difference.part === "kind") return KINDS[value];
  if (difference.part === "note") return value || "(không ghi)";
  const item = questionnaire.items.find(({ key }) => key === difference.key);
  return value === "0" ? "Trống, hai dấu" : item.levels[Number(value) - 1];
}

function choice(difference, place, round, questionnaire) {
  const label = document.createElement("label");
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = `difference-${place}`;
  radio.value = String(round);
  const words = document.createElement("span");
  words.textContent = `Lần ${round === 0 ? "một" : "hai"}: ${written(difference, difference.values[round], questionnaire)}`;
  label.append(radio, words);
  return label;
}

/** Fills the list; returns a function that gives [{part, key, value}] or null where a choice is missing. */
export function showDifferences(list, found, questionnaire) {
  const rows = found.map((difference, place) => {
    const row = document.createElement("li");
    const title = document.createElement("p");
    title.textContent = named(difference, questionnaire);
    row.append(title);
    if (difference.part === "kind") {
      const advice = document.createElement("p");
      advice.textContent =
        `Lần một: ${KINDS[difference.values[0]]}. Lần hai: ${KINDS[difference.values[1]]}. ` +
        "Hai người cùng xem lại tờ phiếu rồi bấm nhập lại từ đầu.";
      row.append(advice);
    } else {
      row.append(choice(difference, place, 0, questionnaire), choice(difference, place, 1, questionnaire));
    }
    return row;
  });
  list.replaceChildren(...rows);
  return () => {
    const values = found.map((difference, place) => {
      const chosen = list.querySelector(`input[name="difference-${place}"]:checked`);
      return chosen && { part: difference.part, key: difference.key, value: difference.values[Number(chosen.value)] };
    });
    return values.every(Boolean) ? values : null;
  };
}
