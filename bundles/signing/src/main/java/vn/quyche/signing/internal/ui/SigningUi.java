package vn.quyche.signing.internal.ui;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.service.OutsideConfig;
import vn.quyche.signing.internal.service.ProvenFiles;

/** All pages of the domain: the register of tokens, the making and the verification of signatures. */
@Component(service = UiModule.class, configurationPid = OutsideConfig.PID)
public final class SigningUi implements UiModule {

    private final TokenPages tokens;
    private final VerificationUi verification;
    private final SignUi sign;
    private final OutsideUi outside;

    @Activate
    public SigningUi(
            OutsideConfig config,
            @Reference Tokens tokens,
            @Reference TokenCustody custody,
            @Reference TokenCases cases,
            @Reference Verifications verifications,
            @Reference TrustRegister trust,
            @Reference SigningPort port,
            @Reference SignBatches batches,
            @Reference SigningKeys keys,
            @Reference OutsideSigning outside,
            @Reference SignatureStamps stamps,
            @Reference SignaturePictures pictures,
            @Reference SignedCopies copies,
            @Reference RemoteServices remote,
            @Reference RemoteConfirmations confirmations,
            @Reference OutgoingDocuments documents,
            @Reference Attachments attachments,
            @Reference ProvenFiles proven,
            @Reference Printer printer,
            @Reference Messages messages,
            @Reference Clock clock) {
        SignedThings things = new SignedThings(documents, copies, messages);
        this.tokens = new TokenPages(tokens, custody, cases, things, printer, messages, clock);
        this.verification = new VerificationUi(verifications, trust, messages);
        ConfirmationPages confirming = new ConfirmationPages(confirmations, tokens, clock);
        this.sign = new SignUi(
                port,
                batches,
                keys,
                stamps,
                pictures,
                copies,
                tokens,
                documents,
                attachments,
                proven,
                things,
                verification.members(),
                messages,
                new AgentParts(keys, tokens, config.agent_port()),
                confirming);
        this.outside = new OutsideUi(outside, remote, confirmations, things, messages, confirming);
    }

    @Override
    public String id() {
        return "signing";
    }

    @Override
    public List<NavEntry> nav() {
        return Stream.of(tokens.nav(), verification.nav(), sign.nav())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<UiPage> pages() {
        return Stream.of(tokens.pages(), verification.pages(), sign.pages(), outside.pages())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<UiPage> visitorPages() {
        return verification.visitorPages();
    }

    @Override
    public List<HomeCard> cards() {
        return Stream.of(sign.cards(), tokens.cards()).flatMap(List::stream).toList();
    }
}
