/**
 * A tour a role: where the step leads, what part of the page it points at, and its words: title, what it is, what to try. `done` says
 * whether the page shows that it was tried; a step without it is for reading.
 */
const shows = (selector) => (page) => Boolean(page.querySelector(selector));
const open = (part) => shows(`${part} details[open]`);

export const TOURS = {
  employee: [
    { place: 'employee/today', target: 'fe-status', words: {
      de: ['Bin ich erreichbar?', 'Oben steht, ob Sie gerade jemand erreicht, bis wann und warum. Der Streifen zeigt die nächsten 24 Stunden.', 'Suchen Sie den Zeitpunkt, an dem sich Ihr Zustand das nächste Mal ändert.'],
      en: ['Am I reachable?', 'At the top stands whether anybody reaches you now, until when and why. The strip shows the next 24 hours.', 'Find the moment at which your state changes next.'] } },
    { place: 'employee/today', target: 'fe-my-day', done: shows('#work-goes-on'), words: {
      de: ['Der Tipp „Feierabend“', 'Ein Tipp beendet Ihren Arbeitstag. Niemand sonst erfährt davon.', 'Drücken Sie „Feierabend machen“. Danach nimmt „Doch noch nicht“ es zurück.'],
      en: ['The tap "Feierabend"', 'One tap ends your working day. Nobody else learns of it.', 'Press the first button. Afterwards "Not yet" takes it back.'] } },
    { place: 'employee/today', target: 'fe-waiting', words: {
      de: ['Was wartet', 'Wie viel wartet und wann es kommt; nie von wem und was.', 'Lesen Sie, wann die nächste Nachricht kommt.'],
      en: ['What waits', 'How much waits and when it comes; never from whom or what.', 'Read when the next message comes.'] } },
    { place: 'employee/times', target: 'fe-windows-editor', done: (page) => page.querySelectorAll('fe-windows-editor .block').length > 5 && Boolean(page.querySelector('fe-windows-editor')?.changed), words: {
      de: ['Meine Fenster', 'Wann Sie erreichbar sind, bestimmen Sie: ziehen, Pfeiltasten oder das Formular. Vorlagen helfen beim Anfang.', 'Wählen Sie die Vorlage „Abend nach den Kindern“ und ziehen Sie ein Fenster. Gespeichert wird erst mit „Speichern“.'],
      en: ['My windows', 'You say when you are reachable: drag, use the arrow keys or the form. Templates help to begin.', 'Choose the template for the evening and drag a window. Nothing is kept before you press "Save".'] } },
    { place: 'employee/times', target: 'fe-days-editor', done: (page) => Boolean(page.querySelector('#days-from')?.value), words: {
      de: ['Ein Tag anders', 'Für ein Datum gelten andere Fenster oder keins, etwa in den Schulferien.', 'Setzen Sie Schulferien ein und sehen Sie, wie sich die Daten füllen.'],
      en: ['A date that differs', 'On a date other windows hold, or none, in the school holidays for example.', 'Choose school holidays and see the dates fill in.'] } },
    { place: 'employee/telework', target: 'fe-telework', words: {
      de: ['Telearbeit', 'Ihre Quote sehen nur Sie. Ein Tag wird sofort entschieden, mit dem Satz der Regel.', 'Lesen Sie, wie viel von der Quote noch übrig ist.'],
      en: ['Telework', 'Only you see your quota. A day is decided at once, with the sentence of the rule.', 'Read how much of the quota is left.'] } },
    { place: 'employee/decisions', target: 'fe-decisions', done: open('fe-decisions'), words: {
      de: ['Warum?', 'Jede Entscheidung der Woche mit Satz, Artikel und ob sie auf Gesetz oder Vereinbarung beruht. Wer will, liest sie in Leichter Sprache.', 'Öffnen Sie eine Entscheidung. Gibt es noch keine, lesen Sie die Seite.'],
      en: ['Why?', 'Each decision of the week with its sentence, article, and whether it rests on law or agreement.', 'Open a decision. Where there is none yet, read the page.'] } },
    { place: 'employee/data', target: 'fe-own-week', words: {
      de: ['Meine Daten', 'Alles, was über Sie gespeichert ist: ansehen, sichern, löschen, widersprechen.', 'Suchen Sie den Knopf, der vergisst, was diese Woche gezählt wurde. Drücken müssen Sie ihn nicht.'],
      en: ['My data', 'All that is stored about you: look at it, download, erase, object.', 'Find the button that forgets what was counted this week. There is no need to press it.'] } },
  ],
  hr: [
    { place: 'hr/alerts', target: 'fe-alerts', words: {
      de: ['Hinweise', 'Ein Hinweis sagt, dass sich in einer Einheit mehr als durch Zufall etwas geändert hat. Nie geht es um eine Person.', 'Lesen Sie einen Hinweis und seine Grundlage.'],
      en: ['Alerts', 'An alert says that something changed in a unit beyond chance. It is never about a person.', 'Read an alert and what it rests on.'] } },
    { place: 'hr/policy', target: 'fe-policies', done: open('fe-policies'), words: {
      de: ['Dienstvereinbarung', 'Was gilt, seit wann, und wer unterschrieben hat. Ein Entwurf wird beim Schreiben mit dem Gesetz verglichen.', 'Öffnen Sie einen Abschnitt und lesen Sie, was sich ändern würde.'],
      en: ['Service agreement', 'What holds, since when, and who signed. A draft is compared with the law as you write.', 'Open a part and read what would change.'] } },
    { place: 'hr/telework', target: 'fe-telework-agreements', done: open('fe-telework-agreements'), words: {
      de: ['Telearbeit', 'Die wenigen Fälle, die einen Menschen brauchen, stehen oben.', 'Öffnen Sie eine Vereinbarung.'],
      en: ['Telework', 'The few cases that need a person stand at the top.', 'Open an agreement.'] } },
    { place: 'hr/people', target: 'fe-people', done: (page) => Boolean(page.querySelector('fe-people input[type=search]')?.value), words: {
      de: ['Beschäftigte', 'Wer dazugehört, nie wie sich jemand verhält. Listen werden erst probeweise eingelesen.', 'Suchen Sie nach einer Kennung, etwa p-00.'],
      en: ['People', 'Who belongs here, never how anybody behaves. Lists are tried before they count.', 'Search for an identifier, such as p-00.'] } },
    { place: 'hr/measures', target: 'fe-measures', done: open('fe-measures'), words: {
      de: ['Maßnahmen', 'Was Personalamt und Personalrat vereinbart haben, mit dem Verlauf davor und danach.', 'Öffnen Sie eine Maßnahme.'],
      en: ['Measures', 'What personnel office and works council agreed, with the trend before and after.', 'Open a measure.'] } },
    { place: 'rules', target: 'fe-rules', done: (page) => Boolean(page.querySelector('#rules-search')?.value), words: {
      de: ['Regelwerk', 'Jede Regel ist ein Satz mit Artikel; auch in Leichter Sprache.', 'Suchen Sie „Ruhezeit“.'],
      en: ['Rule book', 'Each rule is a sentence with its article.', 'Search for "rest".'] } },
  ],
  council: [
    { place: 'council/figures', target: 'fe-releases', words: {
      de: ['Zahlen', 'Veröffentlicht wird je Woche und Gruppe, mit Zufall darin. Das Band sagt, wie sicher eine Zahl ist.', 'Wählen Sie eine andere Gruppe und vergleichen Sie die Bänder.'],
      en: ['Figures', 'Published for each week and group, with noise in it. The band says how sure a figure is.', 'Choose another group and compare the bands.'] } },
    { place: 'council/signing', target: 'fe-policies', done: open('fe-policies'), words: {
      de: ['Unterschriften', 'Was vorgeschlagen ist und was es ändert, in Sätzen. Ohne Ihre Unterschrift gilt es nicht.', 'Öffnen Sie eine Fassung.'],
      en: ['Signing', 'What is proposed and what it changes, in sentences. Without your signature it does not hold.', 'Open an edition.'] } },
    { place: 'rules', target: 'fe-rules', done: shows('.leicht'), words: {
      de: ['Regelwerk', 'Jede Regel mit Artikel und Beispielen. Zeigen Sie sie Kolleginnen und Kollegen auch in Leichter Sprache.', 'Schalten Sie die Leichte Sprache ein.'],
      en: ['Rule book', 'Each rule with its article and examples, and in easy-to-read German.', 'Switch Leichte Sprache on.'] } },
    { place: 'council/ledger', target: 'fe-ledger', done: (page) => (page.querySelector('fe-ledger-check [role=status]')?.textContent.trim() ?? '') !== '', words: {
      de: ['Kontobuch', 'Wie viel vom Privatheitsbudget in diesem Jahr verbraucht ist. Ihr eigener Browser prüft Kette und Unterschriften.', 'Lassen Sie das Kontobuch prüfen.'],
      en: ['Ledger', 'How much of the privacy budget is spent this year. Your own browser checks chain and signatures.', 'Have the ledger checked.'] } },
    { place: 'council/audit', target: 'fe-audit', words: {
      de: ['Protokoll', 'Wer was geändert hat, als Rolle und nie als Name, lückenlos verkettet.', 'Suchen Sie den jüngsten Eintrag.'],
      en: ['Audit log', 'Who changed what, as a role and never by name, chained without a gap.', 'Find the newest entry.'] } },
    { place: 'council/measures', target: 'fe-measures', done: open('fe-measures'), words: {
      de: ['Maßnahmen', 'Was beide Seiten vereinbart haben, und ob es etwas geändert hat.', 'Öffnen Sie eine Maßnahme.'],
      en: ['Measures', 'What both sides agreed, and whether it changed anything.', 'Open a measure.'] } },
  ],
  manager: [
    { place: 'manager/alerts', target: 'fe-alerts', words: {
      de: ['Hinweise', 'Hinweise kommen in Ihren eigenen Zeiten. Sind Sie abwesend, liest sie Ihre Vertretung.', 'Lesen Sie, wann Ihre Hinweise zugestellt werden.'],
      en: ['Alerts', 'Alerts come in your own hours. When you are absent your deputy reads them.', 'Read when your alerts are delivered.'] } },
    { place: 'manager/sending', target: 'fe-before-sending', done: shows('fe-before-sending [role=status] .headline'), words: {
      de: ['Vor dem Senden', 'Wie viele Ihre Nachricht jetzt erreicht und wie viele später; nie wer.', 'Tragen Sie p-0001 p-0002 p-0003 p-0004 p-0005 ein und sehen Sie nach.'],
      en: ['Before sending', 'How many your message reaches now and how many later; never who.', 'Enter p-0001 p-0002 p-0003 p-0004 p-0005 and look.'] } },
    { place: 'manager/sending', target: 'fe-before-sending', done: shows('fe-before-sending input[type=date]'), words: {
      de: ['Wo überschneiden wir uns?', 'Für eine Besprechung nennt die Seite den nächsten Zeitraum, in dem alle da sind.', 'Wählen Sie „Besprechung“ und einen Tag.'],
      en: ['Where do we overlap?', 'For a meeting the page names the next time at which everybody is there.', 'Choose the meeting and a day.'] } },
    { place: 'manager/figures', target: 'fe-unit-figures', words: {
      de: ['Zahlen', 'Der Verlauf Ihrer Einheit mit dem Bereich, in dem der wahre Wert liegt.', 'Vergleichen Sie zwei Wochen: Liegt der Unterschied innerhalb des Bandes?'],
      en: ['Figures', 'Your unit’s trend with the band in which the true value lies.', 'Compare two weeks: does the difference lie inside the band?'] } },
    { place: 'manager/reports', target: 'fe-reports', words: {
      de: ['Berichte', 'Fertige Berichte aus denselben veröffentlichten Zahlen.', 'Sehen Sie, welche Formate es gibt.'],
      en: ['Reports', 'Reports made of the same published figures.', 'See which formats there are.'] } },
  ],
};
