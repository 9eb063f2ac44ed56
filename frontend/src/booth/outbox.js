// Sealed ballots that no acknowledgement has answered yet. Only sealed bytes are kept, never a plain answer
// (DESIGN §4.3). Without IndexedDB the box lives in memory and says so; on a shared device it never leaves memory.

const STORE = "sealed";
const PATIENCE_MS = 1500;

/**
 * Opens the outbox. An item is `{poll, slotKey, envelope}`. `ready` resolves once what an earlier visit left
 * is listed; `durable` tells whether the box outlives this page.
 */
export function openOutbox({ memoryOnly = false } = {}) {
  const held = new Map();
  let database = null;
  const box = {
    durable: false,
    ready: memoryOnly ? Promise.resolve() : opened().then(fill).catch(() => undefined),
    list: (poll) => Array.from(held.values()).filter((item) => item.poll === poll),
    async keep(item) {
      await box.ready;
      held.set(name(item), item);
      box.durable = (await written((store) => store.put(item, name(item)))) && box.durable;
    },
    /** Resolves to whether no copy is left on this device. */
    async drop(item) {
      held.delete(name(item));
      return written((store) => store.delete(name(item)));
    },
  };

  async function fill(found) {
    for (const item of await stored(found)) held.set(name(item), item);
    database = found;
    box.durable = true;
  }

  const written = (act) => (database ? write(database, act).then(() => true, () => false) : true);
  return box;
}

const name = (item) => `${item.poll} ${Array.from(item.slotKey).join(".")}`;

function opened() {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), PATIENCE_MS);
    const request = indexedDB.open("guong-outbox", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}

function stored(database) {
  return new Promise((resolve, reject) => {
    const request = database.transaction(STORE).objectStore(STORE).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function write(database, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, "readwrite");
    act(transaction.objectStore(STORE));
    transaction.oncomplete = resolve;
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
