"use strict";

// The terminal's own script marks the body: "-first-byte" once the program paints, "-closed"
// when it is gone. Keys go to the program from the start, without a click into the page.
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("again").addEventListener("click", () => window.location.reload());
  let focused = false;
  new MutationObserver(() => {
    const { classList } = document.body;
    if (classList.contains("-closed")) {
      document.getElementById("again").focus();
    } else if (classList.contains("-first-byte") && !focused) {
      focused = true;
      document.querySelector(".xterm-helper-textarea").focus();
    }
  }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
