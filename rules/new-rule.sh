#!/bin/sh
# Writes a rule, its scenarios and its place in the rule book: rules/new-rule.sh <decision> <name>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
decisions() { for d in "$here"/*/; do ls "$d" | grep -q '\.drl$' && basename "$d"; done; }
if [ $# -ne 2 ] || ! decisions | grep -qxF -- "$1"; then
  echo "usage: rules/new-rule.sh <decision> <name>; decisions: $(decisions | tr '\n' ' ')" >&2
  exit 2
fi
case $2 in *[!a-z0-9-]* | '') echo "A rule's name has a-z, 0-9 and '-', but got '$2'." >&2; exit 2 ;; esac
drl=$here/$1/$2.drl
scenarios=$here/$1/$2.scenarios.yaml
if [ -e "$drl" ] || [ -e "$scenarios" ]; then
  echo "$1/$2 exists already; edit it instead." >&2
  exit 1
fi
case $1 in
  minimisation)
    when="EventField( name == \"$2\" )" then='treatments.drop();'
    question="field: { type: org.feierabend.contact.v1, name: $2 }" silent='field: { type: org.feierabend.contact.v1, name: channel }'
    speaks='drop: true' else='keep: true'
    ;;
  telework)
    when='TeleworkFacts( presenceMissed )' then='findings.deny(Hint.EXCEPTION);'
    question='telework: { agreement: { presence: TUE }, request: { date: 2026-09-15, minutes: 468 } }'
    silent='telework: { request: { date: 2026-09-15, minutes: 468 } }'
    speaks='deny: true' else='grant: true'
    ;;
  alerts)
    when='AlertFacts( about == About.UNIT, risen )' then='findings.withhold();'
    question='alert: { low: 12, rise: significant }' silent='alert: { low: 31, threshold: 30 }'
    speaks='tell: false' else='tell: true'
    ;;
  reachability)
    when='StretchKind( !inWindow )' then='findings.protect(Protection.WINDOW);'
    question='contact: { at: 2026-09-15T19:30+02:00 }' silent='contact: { at: 2026-09-15T10:00+02:00 }'
    speaks='defer: 2026-09-16T07:00+02:00' else='deliver: true'
    ;;
  *)
    echo "There is no sample of a rule for $1 yet; copy one of its files." >&2
    exit 1
    ;;
esac
cat > "$drl" <<EOF
rule "$2: say the sentence here"
  @id("$2") @basis("Dienstvereinbarung") @rests_on("agreement")
  @de("Der Satz für die Person.")
  @en("The sentence for the person.")
  @leicht("Hier steht der Satz in Leichter Sprache.")
when
  $when
then
  $then
end
EOF
cat > "$scenarios" <<EOF
rule: $2
policy: p0
scenarios:
  - name: The rule speaks
    $question
    expect: { $speaks, because: [$2] }
  - name: The rule is silent
    $silent
    expect: { $else }
EOF
echo "Wrote $drl"
echo "Wrote $scenarios"
book="$here/../feierabend"
# the line in the rule book is generated, so it is only as old as the last call
if [ "${FEIERABEND_RULE_BOOK:-yes}" = yes ] && [ -x "$book" ]; then "$book" rule-book; fi
echo "Next: say the sentence, also in Leichte Sprache, name the article, edit the scenarios, then ./feierabend scenarios $scenarios and ./feierabend rule-book"
