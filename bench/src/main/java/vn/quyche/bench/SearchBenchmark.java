package vn.quyche.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch.Query;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.search.DocumentTexts;
import vn.quyche.core.document.internal.search.SearchIndex;
import vn.quyche.core.document.internal.service.DefaultDocumentSearch;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

/**
 * Pages of 50 of the search over 100,000 documents, each with a text of 300 words: with and without diacritics, frequent and
 * rare words, numbers, by who sees all and by who sees what is one's own; and how long the index takes to be built anew and to
 * follow a change. Through the service with its real stores, database and index; reading PDF and Office files is not in it.
 */
final class SearchBenchmark implements Benchmark {

    private static final int WORDS = 300;
    private static final List<String> SYLLABLES = List.of(
            "kế", "hoạch", "giáo", "dục", "năm", "học", "báo", "cáo", "tổ", "chức", "kiểm", "tra", "chuyên", "môn",
            "học", "sinh", "giáo", "viên", "nhà", "trường", "phòng", "cháy", "thi", "đua", "khen", "thưởng", "tuyển",
            "sinh", "bồi", "dưỡng", "thường", "xuyên", "ôn", "tập", "dự", "giờ", "hội", "nghị", "cha", "mẹ", "an",
            "toàn", "giao", "thông", "đường", "bộ", "quyết", "định", "thông", "tư", "hướng", "dẫn", "thực", "hiện",
            "nhiệm", "vụ", "cơ", "sở", "vật", "chất", "thiết", "bị", "dạy", "sách", "khoa", "chương", "trình", "phổ",
            "mới", "đánh", "giá");
    private static final List<String> ASKED = List.of(
            "kế hoạch giáo dục",
            "ke hoach giao duc",
            "bồi dưỡng thường xuyên",
            "tuyen sinh",
            "phòng cháy",
            "hieu4711",
            "HIỆU4711",
            "hội nghị cha mẹ học sinh an toàn giao thông đường bộ",
            "thi đua khen thưởng",
            "4711");

    @Override
    public void run(Figures figures) throws Exception {
        int documents = Bench.setting("DOCUMENTS", 100_000);
        String only = System.getenv("BENCH_DATABASE");
        if (!"postgres".equals(only)) {
            try (TestDatabase db = TestDatabase.derby()) {
                measure("Derby in memory", db, documents, figures);
            }
        }
        if (!"derby".equals(only)) {
            try (TestDatabase db = TestDatabase.postgres()) {
                measure("PostgreSQL", db, documents, figures);
            }
        }
    }

    private static void measure(String database, TestDatabase db, int documents, Figures figures) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("quyche.work")), "search");
        Caller teacher = TestCaller.person("p-teacher");
        TestAccess access = TestAccess.nothing();
        BenchOffice office = new BenchOffice(db, new Generated(), access);
        access.grant(office.clerk, "document:read");
        fill(office, documents);
        DocumentTexts texts = new DocumentTexts(
                folder.resolve("tmp"),
                office.outgoingStore,
                office.incomingStore,
                new Generated(),
                office.screening,
                office.directory);
        SearchIndex index = new SearchIndex(
                folder.resolve("index"), office.outgoingStore, office.incomingStore, texts, office.clock);
        Times building = new Times();
        building.time(() -> {
            index.follow();
            return null;
        });
        Bench.say("documents: %s, %d indexed in %.0f s", database, documents, building.max() / 1000);
        DefaultDocumentSearch search = new DefaultDocumentSearch(
                office.acts, access, index, office.outgoing, office.incoming, office.outgoingNews, office.directory);
        Times all = new Times();
        Times own = new Times();
        Times following = new Times();
        for (int round = 0; round < Bench.setting("ROUNDS", 20); round++) {
            for (String words : ASKED) {
                all.time(() -> search.search(office.clerk, Query.of(words), PageRequest.first()));
                own.time(() -> search.search(teacher, Query.of(words), PageRequest.first()));
            }
            String id = String.format("01CHANGED%017d", round);
            office.outgoingStore.insert(office.approved(id, "Quyết định mới " + round, "p-teacher", "file-" + round));
            following.time(() -> {
                index.follow();
                return null;
            });
        }
        int found = search.search(office.clerk, Query.of("hieu4711"), PageRequest.first())
                .items()
                .size();
        index.close();
        String what = "documents: " + database + ", " + documents + " × " + WORDS + " words";
        figures.within(what + ": search, who sees all, median", "ms", all.median(), 50);
        figures.told(what + ": search, who sees all, p95", Figures.show(all.at(0.95), "ms"));
        figures.within(what + ": search, who sees a hundredth, median", "ms", own.median(), 50);
        figures.within(what + ": the one document with a word, missing or doubled", "", Math.abs(found - 1), 0);
        figures.told(what + ": built anew", Figures.show(building.max() / 1000, "s"));
        figures.told(what + ": a change followed, median", Figures.show(following.median(), "ms"));
        figures.told(what + ": on the disk", Figures.show(size(folder) / 1048576.0, "MiB"));
    }

    private static void fill(BenchOffice office, int documents) {
        for (int from = 0; from < documents; from += 1_000) {
            int begin = from;
            office.tx.run(() -> {
                for (int i = begin; i < Math.min(documents, begin + 1_000); i++) {
                    if (i % 2 == 0) {
                        office.outgoingStore.insert(outgoing(office, i));
                    } else {
                        office.incomingStore.insert(incoming(office, i));
                    }
                }
            });
        }
    }

    private static OutgoingDocument outgoing(BenchOffice office, int i) {
        return office.approved(
                String.format("01SEARCH%018d", i), text(i, 12), i % 100 == 0 ? "p-teacher" : "p-somebody", "file-" + i);
    }

    private static IncomingDocument incoming(BenchOffice office, int i) {
        return new IncomingDocument(
                String.format("01SEARCH%018d", i),
                "BOOK-INCOMING",
                2021 + i % 6,
                1 + i,
                LocalDate.of(2026, 9, 1),
                "UBND xã " + text(i, 1),
                i + "/UBND-VX",
                Optional.of(LocalDate.of(2026, 8, 30)),
                DocumentKind.OFFICIAL_LETTER,
                text(i, 12),
                Urgency.NORMAL,
                false,
                IncomingState.REGISTERED,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "Phạm Thu Hà",
                office.clock.instant(),
                0,
                1);
    }

    private static String text(int seed, int words) {
        Random random = new Random(seed);
        return random.ints(words, 0, SYLLABLES.size()).mapToObj(SYLLABLES::get).collect(Collectors.joining(" "));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Files whose text is made when it is read: one for each document, with one word that no other has. */
    private static final class Generated implements Attachments {

        @Override
        public Attachment receive(Caller caller, String fileName, Source source, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void attach(Caller caller, List<String> attachmentIds, String ownerType, String ownerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Attachment> of(String ownerType, String ownerId) {
            return List.of(get("file-" + Integer.parseInt(ownerId.substring(ownerId.length() - 9))));
        }

        @Override
        public Attachment get(String id) {
            return new Attachment(
                    id, "", "", "van-ban.txt", "text/plain", 1, BenchOffice.HASH, "", Instant.EPOCH, true);
        }

        @Override
        public InputStream open(Attachment file) {
            String number = file.id().replaceAll("\\D", "");
            int seed = number.isEmpty() ? 0 : Integer.parseInt(number);
            String words = text(seed + 1_000_000, WORDS) + " hiệu" + seed;
            return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void detach(Caller caller, List<String> attachmentIds) {
            throw new UnsupportedOperationException();
        }
    }
}
