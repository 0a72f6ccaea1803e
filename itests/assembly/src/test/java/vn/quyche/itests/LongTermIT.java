package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SmallSchool;

/** Proofs that last come into signed documents in the whole system: by the job, by hand, and through a power cut. */
class LongTermIT {

    private static final String SIGNATURES = SigningDesk.SIGNING + "/signatures";
    private static final String OUTGOING = SigningDesk.DOCUMENT + "/outgoing/";
    private static final String JOBS = "/api/platform/v1/jobs";
    private static final String JOB = "signing.long-term";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /**
     * What was signed and sent.
     *
     * @param id the signature
     * @param file the path of the file that was sent
     * @param bytes its bytes
     */
    private record Sent(String id, String file, byte[] bytes) {}

    @Test
    @Regulated("TA.10.1")
    void givesProofsOnceAndLeavesWhatWasSentAsItIs() throws Exception {
        assumeTrue(OpenSslPki.possible(), "openssl is not here");
        OpenSslPki pki = new OpenSslPki(folder);
        try (StampService stamps = new StampService(pki);
                AssemblyProcess process = AssemblyProcess.named("long-term")
                        .empty()
                        .configured(
                                "vn.quyche.signing.sign.cfg",
                                "tsa.urls = " + stamps.address() + "\ntsa.seconds = 120\nlevel.wanted = LTA\n")
                        .start()) {
            SmallSchool school = SmallSchool.in(process);
            SigningDesk desk = new SigningDesk(school, pki);
            byTheJobAndByHand(school, desk);
            throughAPowerCut(school, desk, stamps);
        }
    }

    private static void byTheJobAndByHand(SmallSchool school, SigningDesk desk) throws Exception {
        JsonNode one = signed(school, desk, 1);
        JsonNode two = signed(school, desk, 2);
        assertThat(extension(school, one).expect(409).code()).isEqualTo("signing.not-issued");
        Sent first = issued(desk, one);
        assertThat(extension(school, one).expect(409).code())
                .as("the lists are of before the time stamp")
                .isEqualTo("signing.lists-older");
        assertThat(school.principal
                        .get(SIGNATURES + "/" + first.id() + "/proven")
                        .expect(404)
                        .code())
                .isEqualTo("signing.no-proofs");
        desk.loadLists();

        runs(school);

        proven(school, first);
        assertThat(signature(school, two.path("id").asText())
                        .path("longTermCode")
                        .asText())
                .isEqualTo("signing.not-issued");

        Sent second = issued(desk, two);
        assertThat(extension(school, two).expect(200).json().path("longTerm").asText())
                .as("now, though the job put it off")
                .isEqualTo("LTA");
        proven(school, second);
        assertThat(extension(school, two).expect(409).code()).isEqualTo("signing.has-proofs");
        assertThat(school.teacher
                        .post(SIGNATURES + "/" + second.id() + "/extend", null)
                        .status())
                .isIn(403, 404);
    }

    private static void throughAPowerCut(SmallSchool school, SigningDesk desk, StampService stamps) throws Exception {
        AssemblyProcess process = school.process;
        Sent third = issued(desk, signed(school, desk, 3));
        desk.loadLists();
        Set<String> before = contents(process);
        int asked = stamps.asked();
        stamps.hold();
        school.admin.post(JOBS + "/" + JOB + "/run", null).expect(204);
        await("the job asks for the time stamp over the proofs", () -> stamps.asked() == asked + 1);

        process.kill();
        process.start();

        await("the job asks again by itself", () -> stamps.asked() == asked + 2);
        assertThat(signature(school, third.id()).path("longTerm").asText()).isEmpty();
        school.principal.get(SIGNATURES + "/" + third.id() + "/proven").expect(404);
        assertThat(contents(process)).as("nothing half done").isEqualTo(before);
        assertThat(school.admin
                        .post(JOBS + "/" + JOB + "/run", null)
                        .expect(409)
                        .code())
                .as("one runs already")
                .isEqualTo("persistence.job-running");
        stamps.answer();
        await(
                "the proofs",
                () -> !signature(school, third.id()).path("longTerm").asText().isEmpty());
        byte[] file = proven(school, third);

        runs(school);

        assertThat(stamps.asked()).as("extended once").isEqualTo(asked + 2);
        before.add(sha256(file));
        assertThat(contents(process)).as("one file with proofs").isEqualTo(before);
        assertThat(proven(school, third)).isEqualTo(file);
    }

    /** A decision that the principal signed with a time stamp. */
    private static JsonNode signed(SmallSchool school, SigningDesk desk, int number) {
        Map<String, Object> order = new HashMap<>(desk.decision(number));
        order.put("tokenId", desk.token);
        order.put("kind", "PERSONAL");
        order.put("level", "T");
        order.put("pin", OpenSslPki.PASSWORD);
        JsonNode made = school.principal.post(SIGNATURES, order).expect(200).json();
        assertThat(made.path("stamp").asText()).as(made.toString()).isEqualTo("STAMPED");
        return made;
    }

    /** Sends it out. */
    private static Sent issued(SigningDesk desk, JsonNode made) throws Exception {
        String document = OUTGOING + made.path("documentId").asText();
        JsonNode issued = desk.clerk
                .post(document + "/issue", Map.of("copies", 1, "remark", ""))
                .expect(200)
                .json();
        String path = document + "/files/" + issued.path("signedFileId").asText();
        byte[] file = desk.clerk.file(path);
        assertThat(sha256(file)).isEqualTo(made.path("sha256").asText());
        return new Sent(made.path("id").asText(), path, file);
    }

    private static Answer extension(SmallSchool school, JsonNode made) {
        return school.principal.post(SIGNATURES + "/" + made.path("id").asText() + "/extend", null);
    }

    private static JsonNode signature(SmallSchool school, String id) {
        return school.principal.get(SIGNATURES + "/" + id).expect(200).json();
    }

    /** The file with proofs: what was sent, and behind it what our own verification calls valid at level LTA. */
    private static byte[] proven(SmallSchool school, Sent sent) {
        JsonNode made = signature(school, sent.id());
        assertThat(made.path("longTerm").asText()).as(made.toString()).isEqualTo("LTA");
        assertThat(made.path("longTermCode").asText()).isEmpty();
        byte[] file = school.principal.file(SIGNATURES + "/" + sent.id() + "/proven");
        assertThat(file.length).isGreaterThan(sent.bytes().length);
        assertThat(Arrays.copyOf(file, sent.bytes().length))
                .as("it goes on where that which was sent ends")
                .isEqualTo(sent.bytes());
        JsonNode verified = school.principal
                .raw(
                        "POST",
                        SigningDesk.SIGNING + "/verifications?fileName=quyet-dinh.pdf",
                        file,
                        "application/octet-stream")
                .expect(200)
                .json();
        assertThat(verified.path("verdict").asText()).as(verified.toString()).isEqualTo("VALID");
        assertThat(verified.path("signatures")).hasSize(1);
        JsonNode signature = verified.path("signatures").get(0);
        assertThat(signature.path("level").asText()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(Instant.parse(signature.path("statusAsOf").asText()))
                .as("what is known of revocation is of after the time stamp")
                .isAfterOrEqualTo(Instant.parse(signature.path("stampedAt").asText()));
        assertThat(school.principal.file(sent.file())).as("what was sent").isEqualTo(sent.bytes());
        return file;
    }

    /** Has the job run now, to its end. */
    private static void runs(SmallSchool school) throws Exception {
        Instant asked = Instant.now();
        school.admin.post(JOBS + "/" + JOB + "/run", null).expect(204);
        await(JOB + " ends", () -> {
            for (JsonNode line :
                    school.admin.get(JOBS + "?size=200").expect(200).json().path("items")) {
                if (line.path("name").asText().equals(JOB)) {
                    String ended = line.path("ended").asText();
                    return line.path("state").asText().equals("WAITING")
                            && !ended.isEmpty()
                            && !Instant.parse(ended).isBefore(asked);
                }
            }
            throw new AssertionError("There is no job " + JOB);
        });
    }

    /** The contents that the school keeps, by their hashes, and those that are on their way. */
    private static Set<String> contents(AssemblyProcess process) throws Exception {
        try (Stream<Path> files = Files.walk(process.data().resolve("blobs"))) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static void await(String what, Callable<Boolean> there) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!there.call()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(200);
        }
    }
}
