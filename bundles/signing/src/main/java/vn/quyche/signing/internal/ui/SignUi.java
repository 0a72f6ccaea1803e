package vn.quyche.signing.internal.ui;

import java.util.List;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.service.KeyPermissions;
import vn.quyche.signing.internal.service.ProvenFiles;
import vn.quyche.signing.internal.service.TokenPermissions;

/** What the domain shows of the making of signatures. */
final class SignUi {

    private static final String HOLD = TokenPermissions.HOLD;
    private static final String KEEP = TokenPermissions.KEEP;
    private static final String CHANGE = KeyPermissions.CHANGE;

    private final SignPages sign;
    private final SignaturePages made;
    private final BatchPages batches;
    private final KeyPages keys;
    private final AgentParts agent;
    private final StampPages stamps;
    private final PicturePages pictures;
    private final CopyPages copies;
    private final ConfirmationPages confirmations;

    SignUi(
            SigningPort port,
            SignBatches batches,
            SigningKeys keys,
            SignatureStamps stamps,
            SignaturePictures pictures,
            SignedCopies copies,
            Tokens tokens,
            OutgoingDocuments documents,
            Attachments attachments,
            ProvenFiles proven,
            SignedThings things,
            VerificationPages verification,
            Messages messages,
            AgentParts agent,
            ConfirmationPages confirmations) {
        this.agent = agent;
        this.confirmations = confirmations;
        this.stamps = new StampPages(stamps, documents, messages);
        this.pictures = new PicturePages(pictures, messages);
        this.sign = new SignPages(port, tokens, documents, this.stamps, messages, agent);
        this.made = new SignaturePages(port, sign, documents, attachments, proven, things, verification, messages);
        this.copies = new CopyPages(copies, documents, sign, messages, agent);
        this.batches = new BatchPages(batches, tokens, documents, sign, things, messages, agent);
        this.keys = new KeyPages(keys, messages);
    }

    List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.DOCUMENTS, 55, "/signing/sign", "signing.nav.sign", "pencil", HOLD),
                new NavEntry(NavEntry.Section.ADMIN, 81, "/signing/keys", "signing.nav.keys", "hdd-network", CHANGE));
    }

    List<HomeCard> cards() {
        return List.of(new HomeCard("to-sign", 15, HOLD, sign::card));
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.of("/signing/sign", HOLD, sign::list),
                UiPage.form("/signing/sign/{id}", HOLD, sign::compose, sign::sign)
                        .connecting(agent.origin()),
                UiPage.action("/signing/sign/{id}/confirm", HOLD, sign::compose, confirmations::ask)
                        .connecting(agent.origin()),
                UiPage.of("/signing/agent.js", HOLD, agent::script),
                UiPage.form("/signing/sign/{id}/stamps", HOLD, stamps::compose, stamps::place),
                UiPage.of("/signing/sign/{id}/page.png", HOLD, stamps::page),
                UiPage.of("/signing/sign/{id}/stamped.png", HOLD, stamps::stamped),
                UiPage.of("/signing/sign/{id}/part.png", HOLD, stamps::part),
                UiPage.of("/signing/copies", HOLD, copies::list),
                UiPage.of("/signing/copies.csv", HOLD, copies::export),
                UiPage.form("/signing/copies/new", HOLD, copies::compose, copies::make)
                        .connecting(agent.origin()),
                UiPage.of("/signing/copies/{id}", HOLD, copies::detail),
                UiPage.of("/signing/copies/{id}/file", HOLD, copies::file),
                UiPage.of("/signing/pictures", HOLD, pictures::list),
                UiPage.of("/signing/pictures.csv", HOLD, pictures::export),
                UiPage.form("/signing/pictures/new", KEEP, pictures::compose, pictures::add),
                UiPage.of("/signing/pictures/{id}", HOLD, pictures::detail),
                UiPage.of("/signing/pictures/{id}/picture.png", HOLD, pictures::png),
                UiPage.form("/signing/pictures/{id}/end", KEEP, pictures::askEnd, pictures::end),
                UiPage.of("/signing/signatures", HOLD, made::list),
                UiPage.of("/signing/signatures.csv", HOLD, made::export),
                UiPage.of("/signing/signatures/{id}", HOLD, made::detail),
                UiPage.of("/signing/signatures/{id}/check", HOLD, made::check),
                UiPage.of("/signing/signatures/{id}/check/revision", HOLD, made::revision),
                UiPage.of("/signing/signatures/{id}/proven", HOLD, made::proven),
                UiPage.action("/signing/signatures/{id}/extend", HOLD, made::detail, made::extend),
                UiPage.of("/signing/batches", HOLD, batches::list),
                UiPage.form("/signing/batches/new", HOLD, batches::compose, batches::start)
                        .connecting(agent.origin()),
                UiPage.of("/signing/batches/{id}", HOLD, batches::detail),
                UiPage.of("/signing/batches/{id}/documents.csv", HOLD, batches::export),
                UiPage.action("/signing/batches/{id}/resume", HOLD, batches::detail, batches::resume),
                UiPage.action("/signing/batches/{id}/cancel", HOLD, batches::detail, batches::cancel),
                UiPage.of("/signing/keys", "", keys::list),
                UiPage.of("/signing/keys.csv", "", keys::export),
                UiPage.form("/signing/keys/new", CHANGE, keys::compose, keys::add),
                UiPage.form("/signing/keys/{token}/remove", CHANGE, keys::askRemove, keys::remove),
                UiPage.form("/signing/keys/{token}/try", KEEP, keys::askTry, keys::allowTry));
    }
}
