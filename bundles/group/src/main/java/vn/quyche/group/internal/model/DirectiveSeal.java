package vn.quyche.group.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.members.MessageKind;

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
     * @param kind what it is about; counts from the second rule on
     * @param fileHashes the SHA-256 of its files, in order
     * @param recipientIds everybody to whom it goes
     */
    public static String of(
            Directive directive, Optional<MessageKind> kind, List<String> fileHashes, Collection<String> recipientIds) {
        NewDirective content = directive.content();
        Issuance issuance = directive.standing().issuance();
        SealedParts seal = new SealedParts();
        if (issuance.sealVersion() > 1) {
            seal.add("v" + issuance.sealVersion(), kind.map(MessageKind::name).orElse(""));
        }
        if (issuance.sealVersion() > 2) {
            seal.add(String.join(",", content.units()));
        }
        seal.add(issuance.previousHash());
        seal.add(directive.id());
        seal.add(content.groupId());
        seal.add(issuance.number());
        seal.add(content.title());
        seal.add(content.text());
        seal.add(content.requirement().name());
        seal.add(SealedParts.millis(content.deadline()));
        seal.add(content.event());
        seal.add(directive.authorId());
        seal.add(directive.authorName());
        seal.add(SealedParts.millis(issuance.at()));
        seal.add(content.replaces().orElse(""));
        content.document().ifPresent(document -> {
            seal.add(document.kind().name());
            seal.add(document.meeting());
            seal.add(document.heldOn().toString());
            seal.add(document.place());
            seal.add(document.paper().name());
        });
        seal.add(String.join(",", fileHashes));
        seal.add(String.join(",", new TreeSet<>(recipientIds)));
        return seal.seal();
    }
}
