// Leftover slips by the camera: one after the other where the browser reads codes itself, else frame by frame on the server.
// A code is held only while its slip is in view; nothing is stored. Without this script the photograph is sent by the form.
const room = document.querySelector("[data-slip-camera]");
const EVERY = 250; // milliseconds between two looks
const GONE_AFTER = 2_500;
const LONGEST_SIDE = 3_000;
const QUALITY = 0.85;

const part = (id) => document.getElementById(id);
const shown = { start: part("camera-start"), shoot: part("camera-shoot"), stop: part("camera-stop") };
const inView = new Map(); // what is before the camera now: a slip held still is asked about once

function tell(answer) {
  part("checked").textContent = `${answer.checked} / ${part("checked").dataset.of}`;
  part("told").replaceChildren(...answer.told.map(({ kind, sentence }) => {
    const notice = document.createElement("div");
    notice.className = `notice ${{ ok: "ok", again: "warn", danger: "danger" }[kind]}`;
    const words = document.createElement("p");
    words.textContent = sentence;
    notice.append(words);
    return notice;
  }));
  if (answer.told.some(({ kind }) => kind === "danger")) stop();
  if (!answer.missing) location.reload();
}

async function ask(name, value, fileName) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", room.querySelector("[name=csrfmiddlewaretoken]").value);
  body.append(name, value, ...(fileName ? [fileName] : []));
  const answer = await fetch(room.dataset.slipCamera, { method: "POST", body, headers: { "X-Part": "told" } });
  if (!answer.ok || answer.redirected) {
    location.reload(); // signed out, or sealed meanwhile
    return;
  }
  tell(await answer.json());
}

function drawn(source, width, height) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

const view = part("camera-view");
let looking = 0;

function stop() {
  clearTimeout(looking);
  looking = 0;
  view?.srcObject?.getTracks().forEach((track) => track.stop());
  if (view) view.srcObject = null;
  inView.clear();
  if (!room) return;
  part("camera").hidden = true;
  shown.start.hidden = false;
}

async function look(reader) {
  const now = performance.now();
  for (const { rawValue } of await reader.detect(view)) {
    const isNew = !inView.has(rawValue);
    inView.set(rawValue, now);
    if (isNew && rawValue.includes("#")) await ask("code", rawValue);
  }
  for (const [code, seen] of inView) if (now - seen > GONE_AFTER) inView.delete(code);
  if (looking) looking = setTimeout(() => look(reader).catch(stop), EVERY);
}

async function start() {
  const wanted = { video: { facingMode: "environment", width: { ideal: 1920 } } };
  view.srcObject = await navigator.mediaDevices.getUserMedia(wanted);
  await view.play();
  part("camera").hidden = false;
  part("camera-refused").hidden = true;
  shown.start.hidden = true;
  const kinds = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats() : [];
  shown.shoot.hidden = kinds.includes("qr_code");
  if (kinds.includes("qr_code")) {
    looking = 1;
    await look(new BarcodeDetector({ formats: ["qr_code"] }));
  }
}

async function shoot() {
  shown.shoot.disabled = true;
  await ask("photo", await drawn(view, view.videoWidth, view.videoHeight), "the.jpg");
  shown.shoot.disabled = false;
}

async function send(form) {
  const [file] = form.elements.photo.files;
  const picture = await createImageBitmap(file);
  await ask("photo", await drawn(picture, picture.width, picture.height), "the.jpg");
  form.reset();
}

if (room) {
  const form = room.querySelector("form");
  const button = form.querySelector("[type=submit]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    // a picture that this browser can't open goes to the server as it is
    send(form).catch(() => form.submit()).finally(() => { button.disabled = false; });
  });
  shown.start.hidden = !navigator.mediaDevices?.getUserMedia;
  shown.start.addEventListener("click", () => start().catch(() => {
    stop();
    part("camera-refused").hidden = false;
  }));
  shown.stop.addEventListener("click", stop);
  shown.shoot.addEventListener("click", () => shoot().catch(() => location.reload()));
  addEventListener("pagehide", stop);
}
