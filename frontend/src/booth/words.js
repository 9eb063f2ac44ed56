// Everything that the page says by itself, each text in Vietnamese (the source, DESIGN §7) and English.

/** Joins texts into one, in both languages. */
export const joined = (...texts) => [texts.map((text) => text[0]).join(" "), texts.map((text) => text[1]).join(" ")];

const ASK_DESK = ["Đề nghị đồng chí hỏi bàn phát thẻ.", "Please ask the slip desk."];
const KEEP_OPEN = [
  "Thẻ của đồng chí dùng được. Đề nghị giữ trang này mở; máy tự kiểm tra lại.",
  "Your slip is good. Please keep this page open; it checks again by itself.",
];

/** What a slip's holder is told instead of a ballot: by slot state, then by poll state. `wait`: ask again by itself. */
export const TOLD = {
  cast: {
    title: ["Thẻ này đã bỏ phiếu", "This slip has voted"],
    text: [
      "Hòm phiếu đã nhận một phiếu từ thẻ này; mỗi thẻ chỉ bỏ được một phiếu. Nếu không phải đồng chí bỏ phiếu đó, đề nghị báo ngay tổ kiểm phiếu.",
      "The box has received a ballot from this slip; each slip votes once. If it wasn't you, please tell the counting board at once.",
    ],
  },
  exchanged: {
    title: ["Thẻ này đã đổi lấy phiếu giấy", "This slip was exchanged for paper"],
    text: ["Đề nghị đồng chí dùng phiếu giấy đã nhận ở bàn phát thẻ.", "Please use the paper ballot that you got at the slip desk."],
  },
  spoiled: {
    title: ["Thẻ này đã báo hỏng", "This slip was handed in as spoiled"],
    text: [
      "Đề nghị đồng chí dùng thẻ được đổi. Nếu chưa nhận thẻ khác, đề nghị hỏi bàn phát thẻ.",
      "Please use the slip that you got instead. If you got none, please ask the slip desk.",
    ],
  },
  left_over: {
    title: ["Thẻ này không phát ra", "This slip was never handed out"],
    text: [
      "Thẻ này đã được kiểm là thẻ còn lại, không dùng để bỏ phiếu được. Đề nghị đồng chí đưa thẻ cho tổ kiểm phiếu.",
      "It was counted among the slips left over and can't vote. Please give it to the counting board.",
    ],
  },
  void: {
    title: ["Thẻ này đã huỷ", "This slip is void"],
    text: [
      "Cả bộ thẻ cũ đã huỷ và in lại. Đề nghị đồng chí đến bàn phát thẻ để nhận thẻ mới.",
      "The whole old set was voided and printed anew. Please get a new slip at the slip desk.",
    ],
  },
  unknown_slip: { title: ["Hội nghị này không có thẻ này", "This conference has no such slip"], text: ASK_DESK },
  bad_signature: {
    title: ["Không nhận ra thẻ này", "This slip isn't recognised"],
    text: [
      "Đề nghị đồng chí quét lại mã trên thẻ. Nếu vẫn không được, đề nghị đồng chí hỏi bàn phát thẻ.",
      "Please scan the slip's code again. If it still fails, please ask the slip desk.",
    ],
  },
  unknown_poll: {
    title: ["Không có hội nghị này", "There is no such conference"],
    text: joined(["Địa chỉ này không thuộc hội nghị nào.", "This address belongs to no conference."], ASK_DESK),
  },
  no_sealing: {
    title: ["Trình duyệt này không niêm phong được phiếu", "This browser can't seal a ballot"],
    text: [
      "Đề nghị đồng chí quét lại thẻ bằng Chrome hoặc Safari, dùng máy chung, hoặc đổi thẻ lấy phiếu giấy. Thẻ còn nguyên giá trị.",
      "Please scan the slip with Chrome or Safari, use the shared device, or exchange the slip for paper. The slip is still good.",
    ],
    isFinal: true,
  },
  not_open: { title: ["Hòm phiếu chưa mở", "The box isn't open yet"], text: KEEP_OPEN, wait: true },
  paused: { title: ["Hòm phiếu đang tạm dừng", "The box is paused"], text: KEEP_OPEN, wait: true },
  closed: {
    title: ["Hòm phiếu đã đóng", "The box is closed"],
    text: [
      "Hội nghị đã kết thúc bỏ phiếu, thẻ này chưa bỏ phiếu nào. Nếu có thắc mắc, đề nghị gặp tổ kiểm phiếu.",
      "Voting has ended; this slip has not voted. If you have a question, please see the counting board.",
    ],
  },
};

const NOT_SENT = ["Phiếu CHƯA gửi", "NOT sent yet"];

/** What stands on the sending screen. */
export const SENDING = {
  sealing: { title: ["Đang niêm phong phiếu", "Sealing the ballot"], text: ["Đề nghị đồng chí chờ giây lát.", "One moment, please."] },
  sending: { title: ["Đang gửi phiếu", "Sending the ballot"], text: ["Đề nghị đồng chí giữ trang này mở.", "Please keep this page open."] },
  offline: {
    title: NOT_SENT,
    text: [
      "Phiếu đã niêm phong trên máy này và sẽ tự gửi khi có mạng. Đề nghị đồng chí giữ trang này mở.",
      "The ballot is sealed on this device and goes off by itself when there is a network. Please keep this page open.",
    ],
  },
  busy: {
    title: NOT_SENT,
    text: [
      "Máy chủ đang bận. Máy này tự gửi lại sau ít giây; đề nghị đồng chí giữ trang này mở.",
      "The server is busy. This device sends again in a few seconds; please keep this page open.",
    ],
  },
  not_open: {
    title: NOT_SENT,
    text: [
      "Hòm phiếu chưa mở. Phiếu đã niêm phong trên máy này và sẽ tự gửi khi hòm phiếu mở.",
      "The box isn't open yet. The ballot is sealed on this device and goes off by itself when it opens.",
    ],
  },
  paused: {
    title: NOT_SENT,
    text: [
      "Hòm phiếu đang tạm dừng. Phiếu đã niêm phong trên máy này và sẽ tự gửi khi hòm phiếu mở lại.",
      "The box is paused. The ballot is sealed on this device and goes off by itself when it opens again.",
    ],
  },
  storage_full: {
    title: NOT_SENT,
    text: [
      "Máy chủ hết chỗ lưu. Phiếu vẫn còn trên máy này; đề nghị đồng chí báo ban tổ chức.",
      "The server has no room left. The ballot is still on this device; please tell the organisers.",
    ],
  },
  unproven: {
    title: ["Phiếu CHƯA được xác nhận", "NOT confirmed yet"],
    text: [
      "Máy chủ trả lời nhưng xác nhận không đúng. Phiếu vẫn còn niêm phong trên máy này; đề nghị đồng chí báo tổ kiểm phiếu.",
      "The server answered, but its confirmation is wrong. The sealed ballot is still on this device; please tell the counting board.",
    ],
  },
};

const REFUSED_TITLE = ["Phiếu này không được nhận", "This ballot was not accepted"];
const VOTE_AGAIN = [
  "Thẻ vẫn dùng được: đề nghị đồng chí quét lại thẻ và bỏ phiếu lại.",
  "The slip is still good: please scan it again and vote again.",
];

/** Final refusals of a sealed ballot: it is not in the box and never will be. */
export const REFUSED = {
  used: [
    "Hòm phiếu đã nhận một phiếu khác từ thẻ này. Nếu không phải đồng chí bỏ phiếu đó, đề nghị báo ngay tổ kiểm phiếu.",
    "The box has received another ballot from this slip. If it wasn't you, please tell the counting board at once.",
  ],
  exchanged: ["Thẻ này đã đổi lấy phiếu giấy. Đề nghị đồng chí dùng phiếu giấy.", "This slip was exchanged for paper. Please use the paper ballot."],
  spoiled: ["Thẻ này đã báo hỏng. Đề nghị đồng chí dùng thẻ được đổi.", "This slip was handed in as spoiled. Please use the one that you got instead."],
  left_over: [
    "Thẻ này đã được kiểm là thẻ còn lại. Đề nghị đồng chí gặp tổ kiểm phiếu.",
    "This slip was counted among those left over. Please see the counting board.",
  ],
  void: ["Bộ thẻ này đã huỷ. Đề nghị đồng chí nhận thẻ mới ở bàn phát thẻ.", "This set of slips is void. Please get a new slip at the slip desk."],
  unknown_slip: joined(["Hội nghị này không có thẻ này.", "This conference has no such slip."], ASK_DESK),
  unknown_poll: joined(["Không có hội nghị này.", "There is no such conference."], ASK_DESK),
  bad_signature: joined(["Phiếu đến nơi không còn nguyên vẹn.", "The ballot arrived damaged."], VOTE_AGAIN),
  malformed: joined(["Phiếu đến nơi không đúng khuôn dạng.", "The ballot arrived in a wrong shape."], VOTE_AGAIN),
  closed: [
    "Hòm phiếu đã đóng trước khi phiếu đến nơi. Đề nghị đồng chí báo tổ kiểm phiếu.",
    "The box was closed before the ballot arrived. Please tell the counting board.",
  ],
};

export const refusal = (reason) => ({ title: REFUSED_TITLE, text: REFUSED[reason] });

/** What the holder of a receipt hears. */
export const CHECKED = {
  reading: { title: ["Đang kiểm tra biên nhận", "Checking the receipt"], text: ["Đề nghị đồng chí chờ giây lát.", "One moment, please."] },
  not_closed: {
    title: ["Biên nhận đúng của hòm phiếu này", "This receipt is this box's own"],
    text: [
      "Danh sách phiếu trong hòm được công bố sau khi đóng hòm phiếu. Khi đó đồng chí quét lại mã này để đối chiếu.",
      "The list of ballots in the box is published after the box is closed. Scan this code again then.",
    ],
    isGood: true,
  },
  listed: {
    title: ["Phiếu có trong hòm", "The ballot is in the box"],
    text: ["Phiếu của biên nhận này có trong danh sách đã công bố.", "This receipt's ballot is on the published list."],
    isGood: true,
  },
  missing: {
    title: ["Phiếu KHÔNG có trong danh sách", "The ballot is NOT on the list"],
    text: [
      "Biên nhận này là thật nhưng phiếu không có trong danh sách đã công bố. Đề nghị đồng chí đưa biên nhận cho tổ kiểm phiếu.",
      "The receipt is genuine, but its ballot is not on the published list. Please give the receipt to the counting board.",
    ],
  },
  foreign: {
    title: ["Biên nhận không đúng", "A wrong receipt"],
    text: [
      "Hội nghị này không cấp biên nhận này. Đề nghị đồng chí quét lại mã.",
      "This conference did not issue it. Please scan the code again.",
    ],
  },
};

/** What stands where the receipt was: the page for typing a code would look like voting once more. */
export const DONE = {
  title: ["Đồng chí đã bỏ phiếu xong", "You have voted"],
  text: [
    "Phiếu đã ở trong hòm. Mã biên nhận đã xoá khỏi màn hình; đồng chí có thể đóng trang này.",
    "The ballot is in the box. The receipt is cleared from the screen; you may close this page.",
  ],
  isFinal: true,
  isGood: true,
};

const OTHER_POLL = [
  "Thẻ này là thẻ của hội nghị khác. Đề nghị đồng chí quét đúng thẻ nhận hôm nay, hoặc hỏi bàn phát thẻ.",
  "This slip belongs to another conference. Please scan the slip that you drew today, or ask the slip desk.",
];
const INCOMPLETE = [
  "Mã trên thẻ có 4 nhóm, mỗi nhóm 5 ký tự. Đề nghị đồng chí nhập đủ.",
  "The slip's code has 4 groups of 5 characters. Please type all of them.",
];

/** Says what is wrong with a typed or scanned code. */
export function codeRefusal({ refused, groups }) {
  if (refused === "other_poll") return OTHER_POLL;
  if (refused === "incomplete") return INCOMPLETE;
  const places = listed(groups);
  const wrong =
    groups.length === 1
      ? [`Nhóm thứ ${groups[0]} gõ nhầm.`, `Group ${groups[0]} is mistyped.`]
      : [`Các nhóm thứ ${places[0]} gõ nhầm.`, `Groups ${places[1]} are mistyped.`];
  const compare = joined(wrong, ["Đề nghị đồng chí đối chiếu lại với thẻ.", "Please compare it with the slip."]);
  if (groups.length < 3) return compare;
  return joined(compare, ["Nếu đã gõ đúng, đây là thẻ của hội nghị khác.", "If it is typed right, the slip belongs to another conference."]);
}

/** A list in words, in both languages. */
export const listed = (entries) => ["và", "and"].map((and) => inWords(entries, and));

const inWords = (entries, and) =>
  entries.length < 2 ? entries.join("") : `${entries.slice(0, -1).join(", ")} ${and} ${entries[entries.length - 1]}`;

export const SAY = {
  nothing: ["", ""],
  checking: ["Đang kiểm tra thẻ…", "Checking the slip…"],
  usable: ["Thẻ dùng được.", "The slip is good."],
  unchecked: [
    "Mạng yếu, chưa kiểm tra được thẻ. Đồng chí vẫn điền phiếu được; máy tự kiểm tra lại.",
    "Weak network: the slip couldn't be checked. You can fill in the ballot; it checks again by itself.",
  ],
  notLoaded: [
    "Mạng yếu, trang chưa tải xong. Máy đang tải lại; đề nghị đồng chí chờ.",
    "Weak network: the page hasn't loaded fully. It is loading again; please wait.",
  ],
  queue: [
    "Máy này còn phiếu đã niêm phong chưa gửi được; máy đang tự gửi lại.",
    "A sealed ballot on this device hasn't been sent yet; it is being sent again.",
  ],
  single: ["Xem từng nội dung một", "One item at a time"],
  cards: ["Xem nhiều nội dung một lượt", "Several items at a time"],
  reveal: ["Hiện câu trả lời của tôi", "Show my answers"],
  mask: ["Che câu trả lời", "Cover my answers"],
  masked: ["Đang che để người ngồi cạnh không đọc được.", "Covered, so that your neighbour can't read them."],
  shown: ["Câu trả lời đang hiện. Đề nghị đồng chí che màn hình.", "Your answers are showing. Please cover the screen."],
  discardAfterRefusal: ["Xoá phiếu này khỏi máy", "Erase this ballot from the device"],
  discard: ["Xoá, dùng phiếu giấy", "Erase, use paper"],
  erased: ["Máy này không còn giữ bản nào.", "No copy is left on this device."],
  notErased: [
    "Máy này chưa xoá được bản đã niêm phong. Không ai đọc được bản đó; đề nghị đồng chí đóng trang này.",
    "The sealed copy couldn't be erased from this device. Nobody can read it; please close this page.",
  ],
  sealFailed: [
    "Máy chưa niêm phong được phiếu. Câu trả lời còn nguyên; đề nghị đồng chí thử gửi lại.",
    "The ballot couldn't be sealed. Your answers are still there; please try again.",
  ],
  memoryOnly: ["Máy này không cho lưu: đóng trang là mất phiếu chưa gửi.", "This device keeps nothing: closing the page loses the unsent ballot."],
  stayHere: [
    "Máy chung không lưu phiếu: đề nghị đồng chí ở lại đến khi hòm phiếu nhận, hoặc gọi cán bộ.",
    "The shared device keeps no ballot: please stay until the box has received it, or call an officer.",
  ],
  idle: (seconds) => [`Còn ${seconds} giây là xoá. Chạm để giữ lại.`, `Clears in ${seconds} s. Touch to keep.`],
  pinShape: ["Mã PIN có từ 4 đến 8 chữ số.", "A PIN has 4 to 8 digits."],
  pinDiffers: ["Hai lần nhập mã PIN khác nhau. Đề nghị nhập lại.", "The two PINs differ. Please type them again."],
  pinWrong: ["Mã PIN không đúng.", "Wrong PIN."],
  pinBarred: ["Đã nhập sai ba lần. Đề nghị chờ 30 giây rồi nhập lại.", "Three wrong PINs. Please wait 30 seconds."],
  over: ["Ghi chú dài quá chỗ viết. Đề nghị đồng chí rút bớt trước khi gửi.", "The notes are too long. Please shorten them before sending."],
  room: (words) => [`Còn viết được khoảng ${words} chữ nữa.`, `Room for about ${words} more words.`],
  count: (answered, all) => [`Đã trả lời ${answered}/${all}`, `${answered} of ${all} answered`],
  empty: [
    "Phiếu đang để trắng. Nếu gửi, phiếu tính là thu về, không hợp lệ.",
    "The ballot is empty. If sent, it counts as returned, invalid.",
  ],
  complete: ["Đã trả lời đủ các nội dung.", "All items are answered."],
  blanks: (numbers) => {
    const [vietnamese, english] = listed(numbers);
    return [`Còn ${numbers.length} nội dung để trống: ${vietnamese}.`, `${numbers.length} left blank: ${english}.`];
  },
  mayStayBlank: [
    "Đồng chí có thể để trống như trên phiếu giấy, hoặc bấm Sửa để trả lời.",
    "Blanks are allowed, as on paper; or press Change to answer.",
  ],
  answered: ["•••• (đã trả lời)", "•••• (answered)"],
  blank: ["để trống", "blank"],
  written: ["•••• (có viết)", "•••• (written)"],
  notWritten: ["không viết", "nothing written"],
  edit: ["Sửa", "Change"],
};
