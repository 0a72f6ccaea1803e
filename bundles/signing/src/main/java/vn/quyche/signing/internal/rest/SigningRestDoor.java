package vn.quyche.signing.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.web.RestDoor;
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
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.service.ProvenFiles;

/** Opens the REST door of the domain. */
@Component
public final class SigningRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public SigningRestDoor(
            @Reference Tokens tokens,
            @Reference TokenCustody custody,
            @Reference TokenCases cases,
            @Reference TokenGuard guard,
            @Reference Verifications verifications,
            @Reference TrustRegister trust,
            @Reference SigningPort port,
            @Reference ProvenFiles proven,
            @Reference SignBatches batches,
            @Reference SigningKeys keys,
            @Reference OutsideSigning outside,
            @Reference SignaturePictures pictures,
            @Reference SignatureStamps stamps,
            @Reference SignedCopies copies,
            @Reference RemoteServices remote,
            @Reference RemoteConfirmations confirmations,
            @Reference Printer printer) {
        resources = List.of(
                new TokenResource(tokens),
                new HandOverResource(custody, printer),
                new TokenCaseResource(cases),
                new TokenUseResource(tokens, guard),
                new VerificationResource(verifications),
                new TrustResource(trust),
                new SignatureResource(port, proven),
                new BatchResource(batches),
                new KeyResource(keys),
                new PreparationResource(outside),
                new PictureResource(pictures),
                new StampResource(stamps),
                new CopyResource(copies),
                new RemoteResource(remote),
                new ConfirmationResource(confirmations));
    }

    @Override
    public String domain() {
        return "signing";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
