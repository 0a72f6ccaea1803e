package vn.quyche.group.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.NewDirective;

/**
 * The seal of an issued directive: SHA-256 over everything that has legal weight, each part preceded by its length in
 * bytes, so that no two different directives have the same bytes; the seal before it is part of it.
 */
@Regulated("BC.3.3")
public final class DirectiveSeal {

    /** What stands before the first directive of a group. */
    public static final String FIRST = "0".repeat(64);

    private DirectiveSeal() {}

    /**
     * Computes the seal.
     *
     * @param directive the directive with number, issue time and previous hash set
     * @param fileHashes the SHA-256 of its files, in order
     * @param recipientIds everybody to whom it goes
     */
    public static String of(Directive directive, List<String> fileHashes, Collection<String> recipientIds) {
        NewDirective content = directive.content();
        Issuance issuance = directive.standing().issuance();
        MessageDigest digest = sha256();
        part(digest, issuance.previousHash());
        part(digest, directive.id());
        part(digest, content.groupId());
        part(digest, issuance.number());
        part(digest, content.title());
        part(digest, content.text());
        part(digest, content.requirement().name());
        part(
                digest,
                content.deadline().map(at -> Long.toString(at.toEpochMilli())).orElse(""));
        part(digest, content.event());
        part(digest, directive.authorId());
        part(digest, directive.authorName());
        part(digest, issuance.at().map(at -> Long.toString(at.toEpochMilli())).orElse(""));
        part(digest, content.replaces().orElse(""));
        content.document().ifPresent(document -> {
            part(digest, document.kind().name());
            part(digest, document.meeting());
            part(digest, document.heldOn().toString());
            part(digest, document.place());
            part(digest, document.paper().name());
        });
        part(digest, String.join(",", fileHashes));
        part(digest, String.join(",", new TreeSet<>(recipientIds)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
