package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.intake.Incoming;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MyAnswersTest {
  private static final String FLOOD = "{'contact':{'source':'/telephone','id':'c-1'}}";

  private final Town town = new Town("ann");

  private void post(Caller caller, String json) throws IOException {
    MyAnswersResource answers = new MyAnswersResource();
    answers.caller = caller;
    answers.directory = town;
    answers.intake = town;
    answers.time = employer -> Town.NOW;
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    answers.take(new ByteArrayInputStream(body));
  }

  @Test
  void i_answer_as_myself_and_now_and_once_more_if_need_be() throws IOException {
    post(SomeCaller.employee("ann"), FLOOD);
    post(SomeCaller.employee("ann"), FLOOD);
    Incoming.Answer first = (Incoming.Answer) town.counted.get(0);
    assertEquals(new PersonId("ann"), first.person());
    assertEquals(new Ref("/telephone", "c-1"), first.contact());
    assertEquals(Town.NOW, first.at());
    assertNotEquals(first.ref(), town.counted.get(1).ref(), "a second answer is no duplicate");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "{}, /contact",
        "\"{'contact':{'source':'/telephone'}}\", /contact/id",
        "\"{'contact':{'source':'/t','id':'c','person':'bob'}}\", /contact/person",
        "\"{'contact':{'source':'/t','id':'c'},'text':'fire'}\", /text",
      })
  void what_is_missing_or_too_much_is_named(String json, String field) {
    Trouble trouble = assertThrows(Trouble.class, () -> post(SomeCaller.employee("ann"), json));
    assertEquals(field, trouble.field().orElseThrow());
    assertEquals(0, town.counted.size());
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "EMPLOYEE")
  void only_employees_answer(Role role) throws NoSuchMethodException {
    var method = MyAnswersResource.class.getMethod("post", java.io.InputStream.class);
    assertThrows(Trouble.class, () -> RoleGuard.check(method, SomeCaller.machine(role)));
  }
}
