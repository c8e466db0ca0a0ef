import { expect } from 'chai';
import { inFolder } from '../support/command-line.ts';

describe('hale check', function () {
  this.timeout(120_000);
  const { run, write, read } = inFolder();

  const wrong = `{
  "id": "x", "version": "1",
  "measures": { "use": { "kind": "count", "event": "use", "within": "7d" } },
  "dimensions": [
    { "id": "d", "weight": 1, "metrics": [
      { "kind": "range", "id": "x", "measure": "use",
        "worst": 10, "best": 10 }
    ] },
    { "id": "e", "weight": 1, "metrics": [
      { "kind": "range", "id": "y", "measure": "uses", "worst": 0, "best": 1, "wieght": 2 }
    ] }
  ],
  "tiers": []
}
`;

  it('says of a sound model that it is one, and of many models at once', async () => {
    const { code, out, err } = await run(['check', 'model.json', 'other.json']);
    expect([code, err]).to.deep.equal([0, '']);
    expect(out).to.equal(
      'model.json: five-dimensions 1.0.0 can be scored with\nother.json: weighted-formula 1.0.0 can be scored with\n',
    );
  });

  it('tells every fault with its line and character', async () => {
    write('wrong.json', wrong);
    const { code, out, err } = await run(['check', 'wrong.json', 'model.json']);
    expect(code).to.equal(1);
    const places = err.split('\n').flatMap((line) => /^(\S+): error: (\S+)/.exec(line)?.slice(1, 3).join(' ') ?? []);
    expect(places).to.deep.equal([
      'wrong.json:7:30 dimensions[0].metrics[0].best',
      'wrong.json:10:48 dimensions[1].metrics[0].measure',
      'wrong.json:10:79 dimensions[1].metrics[0]',
    ]);
    expect(out).to.equal('wrong.json: 3 faults\nmodel.json: five-dimensions 1.0.0 can be scored with\n');
  });

  it('tells programs the same as JSON', async () => {
    const { code, out } = await run(['check', '-', '--json'], { input: wrong });
    const { ok, files } = JSON.parse(out);
    expect([code, ok, files.length]).to.deep.equal([1, false, 1]);
    expect(files[0].faults[0]).to.include({ file: '(standard input)', line: 7, character: 30 });
  });

  it('tells where a document is no JSON, comments and trailing commas included', async () => {
    for (const [text, place] of [
      ['{\n  "id": "x", // mine\n}', '2:14'],
      ['{ "id": "x",\n}', '2:1'],
      ['{ "id": x }', '1:9'],
      ['', '1:1'],
    ]) {
      const { code, err } = await run(['check', '-'], { input: text ?? '' });
      expect([code, err.split(': ')[0]], text).to.deep.equal([1, `(standard input):${place}`]);
    }
  });

  it('warns of what is allowed and hardly meant, which counts only when strict', async () => {
    const text = read('model.json').replace('"measures": {', '"measures": {\n "spare": { "kind": "since" },');
    write('spare.json', text);
    const { code, err } = await run(['check', 'spare.json']);
    expect(code).to.equal(0);
    expect(err).to.match(/^spare\.json:\d+:\d+: warning: .*spare/);
    expect((await run(['check', 'spare.json', '--strict'])).code).to.equal(1);
  });

  it('says with 3 that a file cannot be read', async () => {
    const { code, err } = await run(['check', 'nowhere.json']);
    expect([code, err]).to.deep.equal([3, 'nowhere.json: error: there is no such file: is the path spelled right?\n']);
  });

  it('colours nothing where it is not asked by a terminal', async () => {
    const { err } = await run(['check', 'wrong.json'], { env: { FORCE_COLOR: '1' } });
    expect(err).not.to.include('\u001b');
  });
});
