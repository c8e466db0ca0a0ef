import { expect } from 'chai';
import { catalogue, defineMessages, say, setMessages } from './messages.ts';
import { plural } from './plural.ts';

const greetings = defineMessages('test-greetings', { hello: 'Hello', bye: (name: string) => `Bye ${name}` });

describe('messages', () => {
  it('speak the language, then its parent, then English', () => {
    setMessages('nl', greetings, { hello: 'Hallo', bye: (name) => `Dag ${name}` });
    setMessages('nl-BE', greetings, { hello: 'Goedendag' });
    expect(say(greetings, 'nl-BE').hello).to.equal('Goedendag');
    expect(say(greetings, 'nl-BE').bye('An')).to.equal('Dag An');
    expect(say(greetings, 'NL').hello).to.equal('Hallo');
    expect(say(greetings, 'fi').hello).to.equal('Hello');
  });

  it('keep what was translated before when more is', () => {
    setMessages('de', greetings, { hello: 'Hallo' });
    setMessages('de', greetings, { bye: (name) => `Tschüss ${name}` });
    expect(say(greetings, 'de').hello).to.equal('Hallo');
  });

  it('tell who listens that they changed', () => {
    let changes = 0;
    const count = () => changes++;
    catalogue.addEventListener('change', count);
    setMessages('it', greetings, { hello: 'Ciao' });
    catalogue.removeEventListener('change', count);
    expect(changes).to.equal(1);
  });
});

describe('plural', () => {
  it('follows the rules of the language', () => {
    const forms = { one: 'den', few: 'dny', other: 'dní' };
    expect([1, 3, 5].map((count) => plural('cs', count, forms))).to.deep.equal(['den', 'dny', 'dní']);
    expect([0, 1, 2].map((count) => plural('en', count, { one: 'day', other: 'days' }))).to.deep.equal([
      'days',
      'day',
      'days',
    ]);
  });
});
