package vn.quyche.messenger.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.directory.Person;
import vn.quyche.messenger.api.ChatMember;

class NameMatchTest {

    private static final List<Person> STAFF =
            List.of(person("p-1", "Nguyễn Hải Đăng"), person("p-2", "Đỗ Minh Ánh"), person("p-3", "Đỗ Minh Anh"));

    @Test
    void findsPeopleByTheNameThatTheyShow() {
        assertThat(NameMatch.suggest(
                        List.of(member("u-1", "🌸 nguyen hai dang (Toán) 🌸"), member("u-2", "Lạ")), STAFF))
                .containsOnlyKeys("u-1")
                .containsEntry("u-1", "p-1");
    }

    @Test
    void guessesNothingWhereTwoCouldBeMeant() {
        assertThat(NameMatch.suggest(List.of(member("u-1", "Đỗ Minh Ánh")), STAFF))
                .isEmpty();
        assertThat(NameMatch.suggest(
                        List.of(member("u-1", "Nguyễn Hải Đăng"), member("u-2", "Nguyễn Hải Đăng")), STAFF))
                .isEmpty();
    }

    private static Person person(String id, String name) {
        return new Person(id, name, Set.of(), Set.of(), Set.of(), "", "");
    }

    private static ChatMember member(String id, String name) {
        return new ChatMember(id, name, false, ChatMember.State.MEMBER, "", Instant.EPOCH);
    }
}
