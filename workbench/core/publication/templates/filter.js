(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const words = document.getElementById("words");
  const rating = document.getElementById("rating");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const items = [...document.querySelectorAll("#verdicts > li")];
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = items.map((item) => folded(item.textContent));
  const show = () => {
    const wanted = folded(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item, i) => {
      const fits = (!rating.value || item.dataset.rating === rating.value)
        && wanted.every((word) => texts[i].includes(word));
      item.hidden = !fits;
      shown += fits;
    });
    count.textContent = `${shown} of ${items.length}`;
    nothing.hidden = shown > 0;
    const state = new URLSearchParams({ q: words.value, rating: rating.value });
    const empty = !words.value && !rating.value;
    history.replaceState(null, "", empty ? location.pathname : `#${state}`);
  };
  const state = new URLSearchParams(location.hash.slice(1));
  words.value = state.get("q") || "";
  rating.value = state.get("rating") || "";
  if (rating.selectedIndex < 0) rating.value = "";
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", show);
  rating.addEventListener("change", show);
  if (words.value || rating.value) show();
})();
