package vn.quyche.core.compliance.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.RegulationArticle;

/** SHA-256 of what an edition says, so that a receipt tells which words were read. */
final class TextHash {

    private TextHash() {}

    static String of(Edition edition) {
        StringBuilder text = new StringBuilder(edition.content().title()).append('\n');
        for (RegulationArticle article : edition.content().articles()) {
            text.append(article.chapter())
                    .append('\u001f')
                    .append(article.number())
                    .append('\u001f')
                    .append(article.title())
                    .append('\u001f')
                    .append(article.text())
                    .append('\u001e');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
