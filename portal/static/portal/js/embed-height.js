// In an embed page: tells the page around how high this one is, at first and whenever that changes.
if (window.parent !== window) {
  const figure = document.querySelector(".embed");
  const tell = () => {
    const height = Math.ceil(figure.getBoundingClientRect().height);
    window.parent.postMessage({ type: "serverless-market-watch:height", height }, "*");
  };
  new ResizeObserver(tell).observe(figure);
  window.addEventListener("load", tell); // the page around may not have listened before
}
