// What concerns the page as a whole: "/" goes to the search box, and on narrow screens the sidebar starts folded.
// It draws nothing.

const FOLD_BELOW_PX = 1440;
let ready = false;

function foldSidebar() {
  if (window.innerWidth >= FOLD_BELOW_PX) return;
  const sidebar = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
  sidebar?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

function toSearch(event) {
  const typing = event.target.closest?.("input, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector(".st-key-search input");
  if (!box) return;
  event.preventDefault();
  box.focus();
}

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (ready) return;
  ready = true;
  foldSidebar();
  document.addEventListener("keydown", toSearch);
}
