package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.internal.model.Trouble;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/**
 * Tells the office once when a connection needs mending, and lays the mending on one person as a duty, which is done as soon as
 * the connection works again. Groups whose members nobody reads drift from their rule unseen: clause BC.1.2.
 */
@Component(service = Mending.class)
public final class Mending {

    private static final String KIND = "messenger.mend";
    private static final String CLAUSE = "BC.1.2";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Duration TIME_TO_MEND = Duration.ofDays(1);
    private static final int LONGEST_TITLE = 300;

    private final JpaConnectionStore connections;
    private final Directory directory;
    private final Duties duties;
    private final Notices notices;
    private final Messages messages;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public Mending(
            @Reference JpaConnectionStore connections,
            @Reference Directory directory,
            @Reference Duties duties,
            @Reference Notices notices,
            @Reference Messages messages,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.connections = connections;
        this.directory = directory;
        this.duties = duties;
        this.notices = notices;
        this.messages = messages;
        this.tx = tx;
        this.clock = clock;
    }

    /** Looks at all connections. */
    public void run() {
        for (JpaConnectionStore.Told told : connections.told()) {
            Instant now = clock.instant();
            String trouble = Trouble.of(told.connection(), now).orElse("");
            if (!trouble.equals(told.code())) {
                tx.run(() -> tell(told, trouble, now));
            }
        }
    }

    private void tell(JpaConnectionStore.Told told, String trouble, Instant now) {
        Connection connection = told.connection();
        // of two nodes that look at once, one does
        if (!connections.tell(connection.id(), told.code(), trouble, now)) {
            return;
        }
        if (!told.code().isEmpty()) {
            duties.done(
                    key(connection, told.code(), told.at()),
                    connection.on() ? "Kết nối lại được" : "Đã ngừng dùng kết nối");
        }
        if (trouble.isEmpty()) {
            return;
        }
        List<String> office = office(now);
        String title = title(connection);
        String why = messages.text(VIETNAMESE, trouble, connection.health().detail()) + " "
                + messages.text(VIETNAMESE, trouble + ".next");
        String link = "/messenger/connections/" + connection.id();
        notices.send(office.stream()
                .map(person -> new NewNotice(key(connection, trouble, now), person, KIND, title, why, link))
                .toList());
        office.stream()
                .findFirst()
                .ifPresent(person -> duties.assign(List.of(new NewDuty(
                        key(connection, trouble, now),
                        KIND,
                        CLAUSE,
                        title,
                        person,
                        DefaultConnections.CONNECTION,
                        connection.id(),
                        link,
                        now.plus(TIME_TO_MEND),
                        List.of(),
                        List.of(Escalation.toHolders(Post.PRINCIPAL))))));
    }

    private String title(Connection connection) {
        String title = messages.text(VIETNAMESE, "messenger.mend", connection.name());
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** The IT officer mends, else the clerk, else the principal. */
    private List<String> office(Instant now) {
        return Stream.of(Post.IT_OFFICER, Post.RECORDS_CLERK, Post.PRINCIPAL)
                .flatMap(post -> directory.holders(post, VietnamTime.at(now).toLocalDate()).stream())
                .map(Person::id)
                .distinct()
                .toList();
    }

    private static String key(Connection connection, String trouble, Instant since) {
        return KIND + ":" + connection.id() + ":" + trouble + ":" + since.toEpochMilli();
    }
}
