import { expect } from 'chai';
import { converter, differenceCiede2000, differenceEuclidean, type Rgb, wcagContrast } from 'culori';
import { textOf } from './css.ts';
import { tints } from './tints.styles.ts';
import { tokens } from './tokens.styles.ts';

const tones = ['at-risk', 'watch', 'healthy', 'thriving'] as const;
const schemes = ['light', 'dark'] as const;

/** Every token with its colours, from the stylesheet that the widgets have. */
const palette = new Map(
  [...textOf([tokens, tints]).matchAll(/var\(--hale-([\w-]+), light-dark\((#\w{6}), (#\w{6})\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Linear light as seen without one kind of cones: Machado, Oliveira and Fernandes 2009, severity 1. */
const visions = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no long-wave cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no middle-wave cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no short-wave cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const linear = converter('lrgb');
const encoded = converter('rgb');

/** A colour as it is seen by somebody. */
function seen(colour: string, vision: (typeof visions)[keyof typeof visions]): Rgb {
  const { r = 0, g = 0, b = 0 } = linear(colour) ?? {};
  const [red, green, blue] = vision.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)));
  return encoded({ mode: 'lrgb', r: red ?? 0, g: green ?? 0, b: blue ?? 0 });
}

const apart = differenceCiede2000();
const pairs = tones.flatMap((one, index) => tones.slice(index + 1).map((other) => [one, other] as const));

describe('the palette', () => {
  it('is read whole', () => {
    expect([...palette.keys()]).to.include.members([
      'surface',
      'ink',
      'ink-muted',
      'line-strong',
      'accent',
      'accent-text',
      ...tones.flatMap((tone) => [`${tone}-mark`, `${tone}-text`, `${tone}-wash`]),
    ]);
  });

  for (const scheme of schemes) {
    const of = (name: string): string => {
      const colours = palette.get(name);
      if (!colours) throw new Error(`There is no token ${name}.`);
      return colours[scheme];
    };
    const contrast = (name: string, ground: string) => wcagContrast(of(name), of(ground));

    describe(`in ${scheme}`, () => {
      // WCAG 2.2, 1.4.3: text of less than 24 px.
      for (const [text, ...grounds] of [
        ['ink', 'surface', 'wash'],
        ['ink-muted', 'surface', 'wash'],
        ['accent-text', 'surface', 'accent-wash'],
        ...tones.map((tone) => [`${tone}-text`, 'surface', `${tone}-wash`]),
      ] as string[][]) {
        it(`${text} can be read on ${grounds.join(' and ')}`, () => {
          for (const ground of grounds) expect(contrast(text ?? '', ground), ground).to.be.at.least(4.5);
        });
      }

      // WCAG 2.2, 1.4.11: what must be seen to understand a picture or to find a control.
      for (const [mark, ...grounds] of [
        ['line-strong', 'surface'],
        ['accent', 'surface'],
        ...tones.map((tone) => [`${tone}-mark`, 'surface', `${tone}-wash`]),
      ] as string[][]) {
        it(`${mark} stands out from ${grounds.join(' and ')}`, () => {
          for (const ground of grounds) expect(contrast(mark ?? '', ground), ground).to.be.at.least(3);
        });
      }

      for (const [who, vision] of Object.entries(visions)) {
        it(`the tiers can be told apart by people with ${who}`, () => {
          for (const [one, other] of pairs) {
            const [a, b] = [seen(of(`${one}-mark`), vision), seen(of(`${other}-mark`), vision)];
            expect(apart(a, b), `${one} and ${other}`).to.be.at.least(20);
          }
        });
      }

      it('the accent and the grey of no score are taken for no tier', () => {
        const away = differenceEuclidean('oklab');
        for (const tone of tones) {
          expect(apart(of('accent'), of(`${tone}-mark`)), tone).to.be.at.least(10);
          expect(apart(of('line-strong'), of(`${tone}-mark`)), tone).to.be.at.least(10);
        }
        for (const [one, other] of pairs) expect(away(of(`${one}-mark`), of(`${other}-mark`))).to.be.at.least(0.1);
      });
    });
  }
});
