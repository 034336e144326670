// What moves in a story. Without this script films without sound are links, both pictures of
// a pair stand beside one another, and chapters open the recording at their time.

const ALONE = 1024 * 1024; // a larger film waits for a click
const still = matchMedia("(prefers-reduced-motion: reduce)");

const setUpLoop = (place) => {
  const { size, play, pause } = place.dataset;
  const picture = place.parentElement.querySelector(".scene-picture");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "scene-button";
  button.textContent = place.querySelector("a").textContent;
  place.querySelector("a").replaceWith(button);
  let video;
  let wanted = size > 0 && size <= ALONE && !still.matches && !navigator.connection?.saveData;

  const start = () => {
    if (!video) {
      picture.append(place.querySelector("template").content.cloneNode(true));
      video = picture.querySelector("video");
    }
    video.play().then(
      () => (button.textContent = pause),
      () => (button.textContent = play),
    );
  };
  const stop = () => {
    video?.pause();
    button.textContent = play;
  };

  button.addEventListener("click", () => {
    wanted = !video || video.paused;
    if (wanted) start();
    else stop();
  });
  still.addEventListener("change", () => {
    if (still.matches) {
      wanted = false;
      stop();
    }
  });
  new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting && wanted) start();
    else if (video && !video.paused) video.pause();
  }).observe(picture);
};

const setUpComparison = (pair) => {
  const control = pair.querySelector(".compare-control");
  const input = control.querySelector("input");
  const split = () => pair.style.setProperty("--split", `${input.value}%`);
  input.addEventListener("input", split);
  pair.classList.add("is-compared");
  control.hidden = false;
  split();
};

const setUpRecording = (recording) => {
  const player = recording.querySelector("video, audio");
  recording.addEventListener("click", (event) => {
    const link = event.target.closest("[data-seek]");
    if (!link) return;
    event.preventDefault();
    const seek = () => (player.currentTime = Number(link.dataset.seek));
    if (player.readyState) seek();
    else player.addEventListener("loadedmetadata", seek, { once: true });
    player.play();
  });
};

document.querySelectorAll("[data-loop]").forEach(setUpLoop);
document.querySelectorAll("[data-compare]").forEach(setUpComparison);
document.querySelectorAll("[data-recording]").forEach(setUpRecording);
