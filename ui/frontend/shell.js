// What concerns the page as a whole: "/" goes to the search box, and wide screens open the sidebar.
// It draws nothing.

const SIDEBAR_FROM_PX = 1440;
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

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (ready) return;
  ready = true;
  openSidebar();
  document.addEventListener("keydown", toSearch);
}
