// Goes on with the next portion of a long act; without this script the button does.
const form = document.querySelector("form[data-continue]");
if (form) form.requestSubmit();
