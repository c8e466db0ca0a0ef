import { expect } from 'chai';
import { catalogue, defineMessages, say, setMessages } from './messages.ts';
import { noun } from './noun.ts';

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

describe('an English noun', () => {
  it('goes with its count as the rules of the language say', () => {
    const rules = new Intl.PluralRules('en');
    for (const count of [0, 1, 2, 11, 21, 101]) {
      expect(noun(count, 'day'), String(count)).to.equal(rules.select(count) === 'one' ? 'day' : 'days');
    }
    expect([noun(1, 'has', 'have'), noun(2, 'has', 'have')]).to.deep.equal(['has', 'have']);
  });
});
