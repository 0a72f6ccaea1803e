package vn.quyche.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.audit.internal.model.Hashes;
import vn.quyche.core.audit.internal.model.Line;

/**
 * Years of a school's life, written straight into its database while it is stopped: the rows are those that its stores would
 * have written, the lines of the log with their hashes and their place in the chain.
 *
 * <p>Whatever the number of rows, they spread over the same five years and in the same proportions, so that a filter that
 * finds a page of 50 among 1,000 finds a page of 50 among 1,000,000.
 */
final class Fill {

    /** Where the years end; fixed, so that filters by time mean the same in each run. */
    static final Instant END = Instant.parse("2026-06-30T00:00:00Z");

    static final Duration YEARS = Duration.ofDays(5 * 365);

    /** In every twentieth line. */
    static final String HOT_SUBJECT = "01HOTHOTHOTHOTHOTHOTHOTHOT";

    /** A person who did one line in ten, and never one of {@link #NEVER}. */
    static final String BUSY = person(0);

    /** An action of one line in ten, never of the busy person. */
    static final String NEVER = "group.complete-directive";

    private static final int BATCH = 1000;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final List<String> ACTIONS = List.of(
            "group.read-directive",
            "group.acknowledge-directive",
            NEVER,
            "group.issue-directive",
            "directory.change-person",
            "directory.assign-post",
            "security.sign-in",
            "security.sign-out",
            "compliance.excuse-duty",
            "notice.change-preferences");
    private static final List<String> WORDS = List.of(
            "Họp", "hội", "đồng", "kế", "hoạch", "tuần", "báo", "cáo", "chuyên", "môn", "thi", "đua", "phong", "trào",
            "an", "toàn", "giao", "thông", "học", "kỳ", "chấm", "điểm", "dự", "giờ", "tập", "huấn", "phụ", "huynh");

    private final Connection connection;
    private final Random random;

    Fill(Connection connection, long seed) {
        this.connection = connection;
        this.random = new Random(seed);
    }

    /** One of sixty people. */
    static String person(int number) {
        return String.format("01PERSON%018d", number);
    }

    /** Lines of the log, sealed, behind those that are there. */
    void lines(int count) throws SQLException {
        connection.setAutoCommit(false);
        long number;
        String hash;
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select last_no, last_hash from q_audit.chain_head")) {
            head.next();
            number = head.getLong(1);
            hash = head.getString(2);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into q_audit.audit_line (id, at_ms,"
                        + " account_id, person_id, name, door, address, correlation_id, domain, action, subject_type, subject_id,"
                        + " outcome, code, clause, before_json, after_json, note, content_hash, seal_no, prev_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement refused = connection.prepareStatement("insert into q_audit.refused_line (id, at_ms,"
                        + " person_id, domain, action, subject_type, subject_id, clause)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                Line line = line(i, count);
                String before = hash;
                hash = Hashes.chain(before, line.contentHash());
                set(
                        insert,
                        line.id(),
                        line.atMs(),
                        line.accountId(),
                        line.personId(),
                        line.name(),
                        line.door(),
                        line.address(),
                        line.correlationId(),
                        line.domain(),
                        line.action(),
                        line.subjectType(),
                        line.subjectId(),
                        line.outcome(),
                        line.code(),
                        line.clause(),
                        line.before(),
                        line.after(),
                        line.note(),
                        line.contentHash(),
                        ++number,
                        before,
                        hash);
                if (line.outcome().equals("REFUSED")) {
                    set(
                            refused,
                            line.id(),
                            line.atMs(),
                            line.personId(),
                            line.domain(),
                            line.action(),
                            line.subjectType(),
                            line.subjectId(),
                            line.clause());
                }
                flush(insert, i, count);
                flush(refused, i, count);
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("update q_audit.chain_head set last_no = ?, last_hash = ?")) {
            set(update, number, hash);
            update.executeBatch();
        }
        connection.commit();
    }

    private Line line(int i, int count) {
        long at = at(i, count);
        int person = i % 10 == 0 ? 0 : 1 + random.nextInt(59);
        String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        if (person == 0 && action.equals(NEVER)) {
            action = ACTIONS.get(0);
        }
        boolean refused = random.nextInt(100) < 8;
        return new Line(
                id(at),
                at,
                String.format("01ACCOUNT%017d", person),
                person(person),
                BenchSchool.name(person),
                i % 3 == 0 ? "REST" : "UI",
                "192.168.1." + person,
                Long.toHexString(random.nextLong()),
                action,
                action.substring(0, action.indexOf('.')) + ".thing",
                random.nextInt(20) == 0 ? HOT_SUBJECT : String.format("01SUBJECT%017d", random.nextInt(20_000)),
                refused ? "REFUSED" : "DONE",
                refused ? "core.forbidden" : "",
                "",
                "{\"stage\":\"DELIVERED\",\"readAt\":null,\"number\":" + i + "}",
                "{\"stage\":\"READ\",\"readAt\":" + at + ",\"number\":" + i + "}",
                "");
    }

    /**
     * Issued directives of some groups, each with a receipt of the reader and of three others. Sixty receipts of the reader
     * are open, spread over all years.
     */
    void directives(int count, List<String> groups, String author, String reader) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement directive = connection.prepareStatement("insert into q_group.directive (id, group_id,"
                        + " number, series_year, series_number, title, title_folded, body, requirement, deadline, event,"
                        + " event_folded, author_id, author_name, state, created_at, issued_at, withdrawn_reason, pinned,"
                        + " pin_reason, pictures, recipients, previous_hash, hash, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement receipt = connection.prepareStatement("insert into q_group.receipt (directive_id,"
                        + " person_id, group_id, name, sort_key, requirement, deadline, stage, delivered_at, read_at,"
                        + " acknowledged_at, reply, fulfilled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                long at = at(i, count);
                String id = id(at);
                String group = groups.get(random.nextInt(groups.size()));
                long deadline = at + Duration.ofDays(7).toMillis();
                String title = title(i);
                int kind = random.nextInt(100);
                String state = kind < 6 ? "WITHDRAWN" : kind < 10 ? "SUPERSEDED" : "ISSUED";
                set(
                        directive,
                        id,
                        group,
                        String.format("%02d/2020/NH%d", i, i % 20),
                        1000 + i / 10_000,
                        i,
                        title,
                        VietnameseText.fold(title),
                        "Toàn thể giáo viên thực hiện theo nội dung đã nêu, báo cáo tổ trưởng.",
                        "ACKNOWLEDGE",
                        deadline,
                        "",
                        "",
                        author,
                        "Nguyễn Hạnh",
                        state,
                        at,
                        at,
                        "",
                        state.equals("ISSUED") && i % 10 == 0,
                        "",
                        0,
                        4,
                        Hashes.GENESIS,
                        Hashes.GENESIS,
                        2L);
                boolean open = i % Math.max(1, count / 60) == 0;
                receipt(receipt, id, group, reader, deadline, open ? null : at);
                for (int other = 1; other <= 3; other++) {
                    receipt(receipt, id, group, person((i + other * 7) % 60), deadline, at);
                }
                flush(directive, i, count);
                flush(receipt, i, count);
            }
        }
        connection.commit();
    }

    /**
     * Evidence of all clauses for each day: counts of two sources, their months, and 100 settled duties a day, some late.
     */
    void standing(Collection<String> clauses, LocalDate from, LocalDate to) throws SQLException {
        connection.setAutoCommit(false);
        List<String> all = List.copyOf(clauses);
        try (PreparedStatement day =
                        connection.prepareStatement("insert into q_compliance.standing_day (day_on, clause,"
                                + " source, done_count, late_count, missed_count, kept_count, refused_count, violation_count,"
                                + " last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement month =
                        connection.prepareStatement("insert into q_compliance.standing_month (month_on,"
                                + " clause, done_count, late_count, missed_count, kept_count, refused_count, violation_count,"
                                + " last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement duty =
                        connection.prepareStatement("insert into q_compliance.duty (id, duty_key, kind,"
                                + " domain, clause, title, person_id, subject_type, subject_id, link, created_at, due_at, state,"
                                + " settled_at, evidence, reason, reminders, next_step, escalations)"
                                + " values (?, ?, 'bench.thing', 'bench', ?, 'Việc', ?, 'bench', ?, '/', ?, ?, 'DONE', ?, '', '',"
                                + " '', 0, '')")) {
            for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
                long at = VietnamTime.startOf(date).toEpochMilli() + 3_600_000;
                for (String clause : all) {
                    set(day, date, clause, "bench.one", 20L, 1L, 0L, 0L, 0L, 0L, at);
                    set(day, date, clause, "bench.two", 0L, 0L, 0L, 5L, 1L, 0L, at);
                    if (date.getDayOfMonth() == 1) {
                        set(month, date, clause, 600L, 30L, 0L, 150L, 30L, 0L, at);
                    }
                }
                for (int i = 0; i < 100; i++) {
                    long due = at + i * 60_000L;
                    set(
                            duty,
                            id(due),
                            date + ":" + i,
                            all.get(random.nextInt(all.size())),
                            person(i % 60),
                            date + ":" + i,
                            at,
                            due,
                            due + (i % 20 == 0 ? 60_000 : -60_000));
                }
                day.executeBatch();
                month.executeBatch();
                duty.executeBatch();
                if (date.getDayOfMonth() == 1) {
                    connection.commit();
                }
            }
        }
        connection.commit();
    }

    private static void receipt(
            PreparedStatement insert, String directive, String group, String person, long deadline, Long fulfilled)
            throws SQLException {
        set(
                insert,
                directive,
                person,
                group,
                "Lê Bình",
                VietnameseText.nameSortKey("Lê Bình"),
                "ACKNOWLEDGE",
                deadline,
                fulfilled == null ? 1 : 3,
                deadline,
                fulfilled,
                fulfilled,
                "",
                fulfilled);
    }

    private String title(int i) {
        StringBuilder title = new StringBuilder();
        for (int word = 0; word < 6; word++) {
            title.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        // one word that stands in three titles of all
        return title.append(i < 3 ? "zirconi" : "trường").toString();
    }

    private static long at(int i, int count) {
        return END.toEpochMilli() - YEARS.toMillis() + (long) ((double) YEARS.toMillis() / count * i);
    }

    private String id(long at) {
        char[] id = new char[26];
        long rest = at;
        for (int i = 9; i >= 0; i--) {
            id[i] = CROCKFORD.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        for (int i = 10; i < id.length; i++) {
            id[i] = CROCKFORD.charAt(random.nextInt(32));
        }
        return new String(id);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.BIGINT);
            } else if (values[i] instanceof LocalDate day) {
                // Derby takes no other days.
                statement.setDate(i + 1, Date.valueOf(day));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        statement.addBatch();
    }

    private void flush(PreparedStatement statement, int i, int count) throws SQLException {
        if (i % BATCH == BATCH - 1 || i == count - 1) {
            statement.executeBatch();
            if (i % (50 * BATCH) == 50 * BATCH - 1) {
                connection.commit();
            }
        }
    }
}
