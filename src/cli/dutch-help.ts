import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

/** What Commander says of a wrong use, in Dutch; the parts in brackets come back as $1 and $2. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.+)'/, "het argument '$1' ontbreekt"],
  [/required option '(.+)' not specified/, "de optie '$1' is verplicht"],
  [/option '(.+)' argument missing/, "de optie '$1' heeft een waarde nodig"],
  [/option '(.+)' argument '(.*?)' is invalid\./, "de optie '$1' kan niet '$2' zijn."],
  [/command-argument value '(.*?)' is invalid for argument '(.+?)'\./, "het argument '$2' kan niet '$1' zijn."],
  [/Allowed choices are (.+)\./, 'Kies uit: $1.'],
  [/unknown option '(.+?)'/, "de optie '$1' bestaat niet"],
  [/unknown command '(.+?)'/, "de opdracht '$1' bestaat niet"],
  [/too many arguments.*/, 'er staan te veel argumenten'],
  [/\(Did you mean (?:one of )?(.+)\?\)/, '(bedoelt u $1?)'],
  [/^error: /, 'Fout: '],
];

/** Lets a program and its commands speak Dutch. Call it before the commands are added, so that they take it over. */
export function speakDutch(program: Command): Command {
  return program
    .helpOption('-h, --help', 'toon deze hulp')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => usage.replaceAll('[options]', '[opties]').replaceAll('[command]', '[opdracht]'),
      subcommandTerm: (command) => {
        const options = command.options.length > 0 ? ' [opties]' : '';
        const needed = command.registeredArguments.map((each) => ` <${each.name()}>`).join('');
        return `${command.name()}${options}${needed}`;
      },
      optionDescription: (option) => {
        const choices = option.argChoices?.join(', ');
        const standard: unknown = option.defaultValue;
        const notes = [
          ...(choices ? [`kies uit: ${choices}`] : []),
          ...(typeof standard === 'string' || typeof standard === 'number' ? [`standaard: ${standard}`] : []),
        ];
        return notes.length > 0 ? `${option.description} (${notes.join('; ')})` : option.description;
      },
    })
    .configureOutput({
      outputError: (text, write) =>
        write(MESSAGES.reduce((said, [pattern, dutch]) => said.replace(pattern, dutch), text)),
    });
}
