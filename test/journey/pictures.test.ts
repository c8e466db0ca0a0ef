import { expect } from 'chai';
import { openBrowser } from '../../scripts/pictures/browser.ts';
import { clearly } from '../../scripts/pictures/compare.ts';
import { changes, inWords, isAsKept, keptFolder, otherMachine, picturesIn } from '../../scripts/pictures/kept.ts';
import { takePictures } from '../../scripts/pictures/take.ts';

describe('the pictures of the gallery', function () {
  this.timeout(600_000);

  it('are as somebody has looked at them and found them good', async function () {
    const browser = await openBrowser();
    try {
      const other = otherMachine(await browser.version());
      if (other !== null) {
        console.log(`${other} They are not compared here.`);
        this.skip();
      }
      const kept = picturesIn(keptFolder);
      const taken = await takePictures(browser, (name, png) => isAsKept(kept, name, png, clearly));
      const found = changes(kept, taken, clearly).map(inWords);
      expect(found, '`npm run pictures` shows how, and keeps what you accept').to.deep.equal([]);
    } finally {
      await browser.close();
    }
  });
});
