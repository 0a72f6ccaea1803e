package vn.quyche.itests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;

/** The invented school of the distribution, running, with the people who sit in front of the pages. */
final class DemoSchool implements AutoCloseable {

    private static final Pattern ACCOUNT = Pattern.compile("^  (\\S+)\\s+(.+?)\\s{2,}(\\S.*)$", Pattern.MULTILINE);

    final AssemblyProcess process;
    final Person principal;
    final Person vice;
    final Person clerk;
    final Person admin;
    final Person teacher;
    final Person guard;
    /** What opens the keys of those who sign. */
    final String pin;

    private final String accounts;
    private final String password;

    DemoSchool() {
        process = AssemblyProcess.named("browser")
                // so that the pages of remote services have something to show; nobody answers there
                .configured("vn.quyche.signing.outside.cfg", "remote.services = thu-nghiem=http://127.0.0.1:9\n")
                .start();
        try {
            accounts = Files.readString(process.data().resolve("demo-accounts.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        password = accounts.lines().findFirst().orElseThrow().replaceAll(".* ", "");
        pin = accounts.replaceAll("(?s).*Signing PIN (\\d+).*", "$1");
        principal = person("Hiệu trưởng");
        vice = person("Phó hiệu trưởng");
        clerk = person("Văn thư");
        admin = person("Quản trị (CNTT)");
        teacher = person("Giáo viên");
        guard = person("Bảo vệ");
    }

    /** Somebody of the school. */
    record Person(String userName, String name, String password) {}

    private Person person(String title) {
        Matcher line = ACCOUNT.matcher(accounts);
        while (line.find()) {
            if (line.group(3).equals(title)) {
                return new Person(line.group(1), line.group(2), password);
            }
        }
        throw new IllegalStateException("No " + title + " in\n" + accounts);
    }

    /** A copy of the key file of a token. */
    Path keyFile(String serial) {
        return process.data().resolve("demo-keys").resolve(serial + ".p12");
    }

    /** The same person as a program, for what happens behind the back of who looks at the page. */
    SchoolClient rest(Person person) {
        return SchoolClient.basic(process, person.userName(), person.password());
    }

    /** A new account that has not been used yet, for nobody of the directory. */
    Person newcomer(String name, String... roles) {
        String userName = "moi-" + UUID.randomUUID().toString().substring(0, 8);
        String initial = rest(admin)
                .post(
                        "/api/security/v1/accounts",
                        Map.of("userName", userName, "name", name, "roles", List.of(roles)),
                        "Idempotency-Key",
                        userName)
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        return new Person(userName, name, initial);
    }

    /** The group of the whole school. */
    String schoolGroup() {
        var groups = rest(principal).get("/api/group/v1/groups").expect(200).json();
        for (var group : groups.path("items")) {
            if (group.path("name").asText().startsWith("Hội đồng sư phạm")) {
                return group.path("id").asText();
            }
        }
        throw new IllegalStateException(groups.toString());
    }

    /** The principal tells the whole school something; gives the id of the directive. */
    String issue(String title, Duration within) {
        return rest(principal)
                .create(
                        "/api/group/v1/directives?issue=true",
                        Map.of(
                                "groupId",
                                schoolGroup(),
                                "title",
                                title,
                                "text",
                                "Xem và xác nhận.",
                                "requirement",
                                "ACKNOWLEDGE",
                                "deadline",
                                Instant.now()
                                        .plus(within)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()));
    }

    @Override
    public void close() {
        process.close();
    }
}
