/** Questions that tests ask inside the page; `page.test.ts` puts them there before the page's own scripts. */

globalThis.inPage = {
  unreadable,
  tooWide,
  isConnected: () => document.querySelector('#live')?.hasAttribute('data-htmx-powered'),
};

/** What stands out of the page to the right. */
function tooWide() {
  const wide = [...document.querySelectorAll('html, #log *')].filter(
    (element) =>
      Math.max(element.getBoundingClientRect().right, element.clientLeft + element.scrollWidth) >
      innerWidth + 1,
  );
  return wide.map((element) => element.outerHTML.slice(0, 80));
}

/**
 * Every visible text whose contrast with what is behind it is below WCAG AA: 4.5 to 1, or 3 to 1 from 24 px, or bold
 * from 18.66 px.
 */
function unreadable() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent.trim();
    if (text === '' || !element.checkVisibility() || element.closest('.visually-hidden, .skip')) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const back = behind(element);
    const ratio = contrast(over(colourOf(style.color), back), back);
    if (ratio < (large ? 3 : 4.5))
      faults.push(`${ratio.toFixed(2)} “${text.slice(0, 40)}” in <${element.localName}>`);
  }
  return faults;
}

/** The browser itself says what a colour of CSS is, however it is written. */
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

function colourOf(css) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, alpha / 255];
}

function behind(element) {
  if (element === null) return [255, 255, 255, 1];
  const colour = colourOf(getComputedStyle(element).backgroundColor);
  return colour[3] === 1 ? colour : over(colour, behind(element.parentElement));
}

function over(top, below) {
  const mixed = [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
  return [...mixed, 1];
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [r, g, b] = colour
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
