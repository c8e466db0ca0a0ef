import { offer } from './scrolled.ts';

// As many lines as a portfolio has rows, as high, in a box as high.
const box = document.createElement('div');
box.style.setProperty('block-size', '600px');
box.style.setProperty('overflow', 'auto');
for (let place = 0; place < 10_000; place++) {
  const line = document.createElement('div');
  line.style.setProperty('block-size', '50px');
  line.style.setProperty('contain', 'strict');
  line.textContent = `Averlund Freight ${place}`;
  box.append(line);
}
document.body.append(box);
offer(
  () => box,
  () => true,
);
