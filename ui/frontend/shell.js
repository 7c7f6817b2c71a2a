// What concerns the page as a whole: "/" goes to the search box, and wide screens open the sidebar.
// It draws nothing.

const SIDEBAR_FROM_PX = 1440;
const TWO_STEPS_MS = 1500;
let ready = false;

// Streamlit cannot know the width: the sidebar starts folded, so that nothing moves on the narrower screens.
function openSidebar() {
  if (window.innerWidth >= SIDEBAR_FROM_PX) document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
}

function toSearch(event) {
  const typing = event.target.closest?.("input, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector(".st-key-search input");
  if (!box) return;
  event.preventDefault();
  box.focus();
}

/** Streamlit tells the browser of a new address in two steps, first the query, then the page: make one step of them. */
function stepOnce() {
  const push = history.pushState.bind(history);
  let last = null;
  history.pushState = (state, title, url) => {
    const to = new URL(url ?? location.href, location.href);
    const same = last && performance.now() - last.at < TWO_STEPS_MS && to.search === last.search && to.pathname !== last.pathname;
    if (same) history.replaceState(state, title, url);
    else push(state, title, url);
    last = { at: performance.now(), search: to.search, pathname: to.pathname };
  };
}

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (ready) return;
  ready = true;
  stepOnce();
  openSidebar();
  document.addEventListener("keydown", toSearch);
}
