"use strict";
// What scrolls sideways can be reached and scrolled with the keyboard.
const reachable = () => {
  for (const box of document.querySelectorAll("article pre, .table-wrapper, .diagram")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
addEventListener("load", reachable);
addEventListener("resize", reachable);
// furo has two sidebars without names.
document.querySelector(".sidebar-drawer").setAttribute("aria-label", "All pages");
document.querySelector(".toc-drawer").setAttribute("aria-label", "On this page");
