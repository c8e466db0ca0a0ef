/** A few choices of which one is in force, as radio buttons in a row. */
export function Choices<Value extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}) {
  const { legend, name, value, options, onChoose } = props;
  // The keys of a record are its own.
  const values = Object.keys(options) as Value[];
  return (
    <fieldset className="segments">
      <legend className="unseen">{legend}</legend>
      {values.map((option) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChoose(option)} />
          <span>{options[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
