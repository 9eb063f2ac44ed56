// Imported before the cryptography: it asks for `Object.hasOwn`, which came with Chrome 93 and Safari 15.4, while the
// booth promises Chrome 80 and Safari 14.
if (!Object.hasOwn) {
  const value = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  Object.defineProperty(Object, "hasOwn", { value, configurable: true, writable: true });
}
