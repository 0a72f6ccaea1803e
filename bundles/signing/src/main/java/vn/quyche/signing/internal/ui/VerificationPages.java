package vn.quyche.signing.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.api.VerifiedSignature;

/** The page on which files are verified, and the one that gives the signed revision of a file. */
final class VerificationPages {

    private static final int MOST_FILES = 100;
    private static final int MOST_FILES_OF_VISITORS = 10;

    private final Verifications verifications;
    private final Messages messages;
    private final String path;
    private final boolean open;

    /**
     * @param path where the pages stand
     * @param open whether they are for anyone
     */
    VerificationPages(Verifications verifications, Messages messages, String path, boolean open) {
        this.verifications = verifications;
        this.messages = messages;
        this.path = path;
        this.open = open;
    }

    /** A finding in words. */
    record ShownFinding(String kind, String text, String next) {}

    /** A signature with its findings in words. */
    record ShownSignature(VerifiedSignature signature, String kind, List<ShownFinding> findings) {}

    /** A file with its findings in words. */
    record ShownFile(Verification file, String kind, List<ShownFinding> findings, List<ShownSignature> signatures) {}

    View show(UiRequest request) {
        return page(List.of(), "");
    }

    /** Verifies the files one after the other; each has its own verdict. */
    View verify(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            throw new Invalid("file", "core.required");
        }
        int most = open ? MOST_FILES_OF_VISITORS : MOST_FILES;
        if (files.size() > most) {
            throw new Invalid("file", "verify.too-many-files", most);
        }
        Locale locale = request.caller().locale();
        List<ShownFile> shown = new ArrayList<>();
        for (UiRequest.Upload file : files) {
            shown.add(shown(verifications.verify(request.caller(), file.fileName(), file::open), locale));
        }
        return page(shown, "");
    }

    /** Verifies a file that the system has. @param back where the caller comes from */
    View of(UiRequest request, String fileName, Verifications.Content content, String back) {
        Verification verified = verifications.verify(request.caller(), fileName, content);
        return page(List.of(shown(verified, request.caller().locale())), back);
    }

    private View page(List<ShownFile> files, String back) {
        Map<String, Object> model = new HashMap<>();
        model.put("files", files);
        model.put("path", path);
        model.put("open", open);
        model.put("back", back);
        model.put("most", verifications.largestFile());
        return View.page("verify", model);
    }

    View askRevision(UiRequest request) {
        return View.page(
                "revision",
                Map.of(
                        "path",
                        path,
                        "open",
                        open,
                        "number",
                        request.query("number").orElse("1")));
    }

    View revision(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            throw new Invalid("file", "core.required");
        }
        UiRequest.Upload file = files.get(0);
        return revision(request, file.fileName(), file::open, request.form("number"));
    }

    /** What a signature of a file covers, as a file to save. */
    View revision(UiRequest request, String fileName, Verifications.Content source, String entered) {
        int number = entered.matches("[1-9][0-9]?") ? Integer.parseInt(entered) : 0;
        if (number == 0) {
            throw new Invalid("number", "verify.bad-number");
        }
        byte[] signed = verifications.signedRevision(request.caller(), source, number);
        String name = fileName.replaceFirst("(?i)\\.pdf$", "") + "-ban-da-ky-" + number + ".pdf";
        return new View.Download(name, "application/pdf", false, out -> out.write(signed));
    }

    private ShownFile shown(Verification file, Locale locale) {
        return new ShownFile(
                file,
                kind(file.verdict()),
                findings(file.findings(), locale),
                file.signatures().stream()
                        .map(signature -> new ShownSignature(
                                signature, kind(signature.verdict()), findings(signature.findings(), locale)))
                        .toList());
    }

    private List<ShownFinding> findings(List<VerificationFinding> findings, Locale locale) {
        return findings.stream()
                .sorted((a, b) -> b.verdict().compareTo(a.verdict()))
                .map(finding -> new ShownFinding(
                        finding.verdict() == VerificationVerdict.VALID ? "info" : kind(finding.verdict()),
                        messages.text(locale, finding.code(), finding.args().toArray()),
                        finding.verdict() == VerificationVerdict.VALID
                                ? ""
                                : messages.text(
                                        locale,
                                        finding.code() + ".next",
                                        finding.args().toArray())))
                .toList();
    }

    private static String kind(VerificationVerdict verdict) {
        return switch (verdict) {
            case VALID -> "ok";
            case UNDETERMINED -> "soon";
            case INVALID -> "late";
        };
    }
}
