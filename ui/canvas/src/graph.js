// The Streamlit component. Streamlit calls it again on every change of data or theme without unmounting, so the canvas
// lives in a WeakMap; after a click the data is unchanged and there is no call, so selection is shown at once here.

import { makeCanvas } from "./canvas.js";

const MOUNTED = new WeakMap();

const keyOf = (selection) => (selection ? `${selection.kind} ${selection.id}` : "");

function mount(parent) {
  const state = { told: "", calls: {} };
  state.canvas = makeCanvas(parent, {
    select: (selection) => {
      state.told = keyOf(selection);
      state.calls.setStateValue("selected", selection);
    },
    open: (id) => state.calls.setTriggerValue("opened", id),
  });
  MOUNTED.set(parent, state);
  return state;
}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const state = MOUNTED.get(parentElement) ?? mount(parentElement);
  state.calls = { setStateValue, setTriggerValue };
  state.canvas.update(data.picture, data.height);
  // The page's selection counts when the page changed it; an echo of our own click must not undo a later one.
  const given = keyOf(data.selected);
  if (given !== state.given) {
    state.given = given;
    if (given !== keyOf(state.canvas.selected())) {
      state.canvas.select(data.selected ?? null);
      if (data.selected?.kind === "node") state.canvas.bring(data.selected.id);
    }
  }
  const { locate, locateEdge, state: seen, camera } = state.canvas;
  (window.__tifa ??= {})[data.testid ?? "graph"] = { locate, locateEdge, state: seen, camera };
  return () => {
    state.canvas.destroy();
    MOUNTED.delete(parentElement);
  };
}
