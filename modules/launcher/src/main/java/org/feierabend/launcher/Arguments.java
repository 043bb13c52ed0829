package org.feierabend.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a command: options with a value ({@code --port 9000} or {@code --port=9000}),
 * switches, and the rest in order.
 */
public record Arguments(Map<String, String> values, Set<String> switches, List<String> rest) {
  public Arguments {
    values = Map.copyOf(values);
    switches = Set.copyOf(switches);
    rest = List.copyOf(rest);
  }

  /** Reads words, refusing an option that is in neither set. */
  public static Arguments read(List<String> words, Set<String> valued, Set<String> switched) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> switches = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = equals > 0 ? word.substring(0, equals) : word;
      if (!word.startsWith("--")) rest.add(word);
      else if (switched.contains(word)) switches.add(word);
      else if (!valued.contains(name)) throw unknown(word, valued, switched);
      else if (equals > 0) values.put(name, word.substring(equals + 1));
      else if (i + 1 < words.size()) values.put(name, words.get(++i));
      else
        throw Trouble.usage(
            "%s needs a value after it.".formatted(name),
            "Nach %s fehlt ein Wert.".formatted(name));
    }
    return new Arguments(values, Set.copyOf(switches), rest);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public boolean has(String name) {
    return switches.contains(name);
  }

  /** The value as a TCP port, or nothing where the option is absent. */
  public Optional<Integer> port(String name) {
    return value(name)
        .map(
            text -> {
              if (!text.matches("\\d{1,5}")
                  || Integer.parseInt(text) < 1024
                  || Integer.parseInt(text) > 65532)
                throw Trouble.usage(
                    "%s must be between 1024 and 65532, but is '%s'.".formatted(name, text),
                    "%s muss zwischen 1024 und 65532 liegen, ist aber „%s“.".formatted(name, text));
              return Integer.parseInt(text);
            });
  }

  private static Trouble unknown(String word, Set<String> valued, Set<String> switched) {
    List<String> known = new ArrayList<>(valued);
    known.addAll(switched);
    known.sort(null);
    return Trouble.usage(
        "%s is no option here; known are %s.".formatted(word, known),
        "%s gibt es hier nicht; bekannt sind %s.".formatted(word, known));
  }
}
