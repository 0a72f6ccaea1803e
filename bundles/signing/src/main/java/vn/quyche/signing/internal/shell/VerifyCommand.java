package vn.quyche.signing.internal.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.api.VerifiedSignature;

/** Verifies the signatures of a file. */
@Service
@Command(scope = "signing", name = "verify", description = "Kiểm tra chữ ký số của một tệp trên máy chủ")
public final class VerifyCommand extends QuycheCommand {

    @Argument(name = "file", description = "Tệp PDF, ASiC, XML hoặc CMS", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--revision", description = "Ghi ra bản đã ký của chữ ký thứ mấy")
    private int revision;

    @Option(name = "--out", description = "Tệp để ghi bản đã ký")
    private String out;

    @Reference
    private Verifications verifications;

    @Override
    protected void run() {
        Path path = Path.of(file);
        if (revision > 0 && out != null) {
            byte[] signed = verifications.signedRevision(caller(), () -> Files.newInputStream(path), revision);
            writeFile(out, stream -> stream.write(signed));
            return;
        }
        Verification verification =
                verifications.verify(caller(), path.getFileName().toString(), () -> Files.newInputStream(path));
        if (json()) {
            showOne(verification, List.of());
            return;
        }
        say(text("verify.verdict." + verification.verdict()) + " · " + verification.fileName());
        verification.findings().forEach(this::say);
        show(
                verification.signatures(),
                List.of(
                        Column.of(text("verify.number"), VerifiedSignature::number),
                        Column.of(text("core.state"), signature -> text("verify.verdict." + signature.verdict())),
                        Column.of(text("verify.signer"), VerifiedSignature::signer),
                        Column.of(text("verify.organisation"), VerifiedSignature::organisation),
                        Column.of(
                                text("verify.track"),
                                signature -> signature
                                        .track()
                                        .map(track -> text("trust.track." + track))
                                        .orElse(text("trust.track.none"))),
                        Column.of(
                                text("verify.made"),
                                signature -> signature
                                        .stampedAt()
                                        .or(signature::claimedAt)
                                        .map(VietnamTime::moment)
                                        .orElse("")),
                        Column.of(text("verify.reasons"), this::reasons)));
    }

    private void say(VerificationFinding finding) {
        say("- " + text(finding.code(), finding.args().toArray()));
    }

    private String reasons(VerifiedSignature signature) {
        List<VerificationFinding> findings = new ArrayList<>(signature.findings());
        findings.removeIf(finding -> finding.verdict() != signature.verdict());
        return findings.stream()
                .map(finding -> text(finding.code(), finding.args().toArray()))
                .collect(Collectors.joining(" "));
    }
}
