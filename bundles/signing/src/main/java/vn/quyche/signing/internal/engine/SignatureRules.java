package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.KeyUsageBit;
import eu.europa.esig.dss.enumerations.RevocationType;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.model.Fingerprint;

/**
 * Turns what the engine reports of a signature into a verdict. Full success of the engine is needed and not enough: algorithm,
 * purpose of the certificate, age of what is known of revocation and the times have rules of our own.
 */
final class SignatureRules {

    private static final Set<DigestAlgorithm> DIGESTS = Set.of(
            DigestAlgorithm.SHA256,
            DigestAlgorithm.SHA384,
            DigestAlgorithm.SHA512,
            DigestAlgorithm.SHA3_256,
            DigestAlgorithm.SHA3_384,
            DigestAlgorithm.SHA3_512);
    private static final String ARCHIVED = "-LTA";
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final SimpleReport report;
    private final EngineTrust trust;
    private final Instant now;
    private final Map<String, TrustTrack> tracks = new HashMap<>();
    private final LoadedLists lists;

    SignatureRules(Reports reports, EngineKnowledge knowledge, Instant now) {
        EngineTrust trust = knowledge.trust();
        this.report = reports.getSimpleReport();
        this.trust = trust;
        this.now = now;
        this.lists = knowledge.loaded();
        trust.roots().forEach((root, track) -> tracks.put(Fingerprint.of(root), track));
    }

    /** Whether a signature covers whole files. */
    static boolean coversWhole(SignatureWrapper signature) {
        List<XmlSignatureScope> scopes = signature.getSignatureScopes();
        return scopes != null
                && !scopes.isEmpty()
                && scopes.stream()
                        .allMatch(scope -> scope.getScope() == SignatureScopeType.FULL
                                || scope.getScope() == SignatureScopeType.ARCHIVED
                                || scope.getScope() == SignatureScopeType.DIGEST);
    }

    /** A time stamp over a document that proves nothing, whoever made it. */
    List<VerificationFinding> unproven(List<TimestampWrapper> stamps) {
        return stamps.stream()
                .filter(stamp -> stamp.getType() == TimestampType.DOCUMENT_TIMESTAMP)
                .filter(stamp -> report.getIndication(stamp.getId()) != Indication.PASSED)
                .map(stamp -> VerificationFinding.told("verify.timestamp-unproven"))
                .distinct()
                .toList();
    }

    VerifiedSignature judge(
            SignatureWrapper signature,
            int number,
            List<VerificationFinding> structure,
            boolean coversAll,
            long revisionLength) {
        List<VerificationFinding> findings = new ArrayList<>(structure);
        CertificateWrapper certificate = signature.getSigningCertificate();
        Optional<Instant> claimed = instant(signature.getClaimedSigningTime());
        Optional<Instant> stamped = stamped(signature);
        engine(signature, certificate, claimed, stamped, findings);
        algorithm(signature, findings);
        Optional<Instant> asOf = Optional.empty();
        if (certificate != null) {
            purpose(certificate, findings);
            times(certificate, claimed, stamped, findings);
            revokedByAny(signature, claimed, stamped).ifPresent(findings::add);
            asOf = revocation(signature, stamped, findings);
        }
        List<VerificationFinding> all = findings.stream().distinct().toList();
        String level = level(signature, stamped);
        return new VerifiedSignature(
                number,
                VerificationFinding.worst(all),
                certificate == null ? "" : name(certificate),
                certificate == null ? "" : text(certificate.getOrganizationName()),
                certificate == null ? "" : issuer(signature, certificate),
                certificate == null ? "" : serial(certificate),
                certificate == null ? "" : fingerprint(certificate),
                track(signature),
                level,
                algorithmName(signature),
                claimed,
                stamped,
                asOf,
                level.endsWith(ARCHIVED) ? archivedUntil(signature) : Optional.empty(),
                coversAll,
                revisionLength,
                all);
    }

    // ---- what the engine says

    private void engine(
            SignatureWrapper signature,
            CertificateWrapper certificate,
            Optional<Instant> claimed,
            Optional<Instant> stamped,
            List<VerificationFinding> findings) {
        Indication indication = report.getIndication(signature.getId());
        if (!signature.isSignatureIntact() || !signature.isSignatureValid()) {
            boolean contentMissing = report.getSubIndication(signature.getId()) == SubIndication.SIGNED_DATA_NOT_FOUND;
            findings.add(
                    contentMissing
                            ? VerificationFinding.missing("verify.no-content")
                            : VerificationFinding.wrong("verify.broken"));
            return;
        }
        if (indication == Indication.TOTAL_PASSED) {
            return;
        }
        SubIndication sub = report.getSubIndication(signature.getId());
        String issuer = certificate == null ? "" : issuer(signature, certificate);
        if (sub == null) {
            findings.add(VerificationFinding.missing("verify.other", "-"));
            return;
        }
        findings.add(
                switch (sub) {
                    case SIG_CRYPTO_FAILURE, HASH_FAILURE -> VerificationFinding.wrong("verify.broken");
                    case FORMAT_FAILURE -> VerificationFinding.wrong("verify.bad-form");
                    case SIG_CONSTRAINTS_FAILURE -> VerificationFinding.wrong("verify.bad-attributes");
                    case CHAIN_CONSTRAINTS_FAILURE -> VerificationFinding.wrong("verify.unfit-certificate");
                    case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
                        VerificationFinding.wrong("verify.weak", algorithmName(signature));
                    case NOT_YET_VALID -> VerificationFinding.wrong("verify.outside-validity");
                    case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> revoked(signature, claimed, stamped);
                    case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED ->
                        VerificationFinding.missing("verify.expired");
                    case NO_SIGNING_CERTIFICATE_FOUND -> VerificationFinding.missing("verify.no-certificate");
                    case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE ->
                        VerificationFinding.missing("verify.no-anchor", issuer);
                    case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE ->
                        VerificationFinding.missing("verify.no-revocation", issuer);
                    case SIGNED_DATA_NOT_FOUND -> VerificationFinding.missing("verify.no-content");
                    // what the lists say behind the end of a certificate is nothing to go by
                    case CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                        ended(certificate)
                                ? VerificationFinding.missing("verify.expired")
                                : VerificationFinding.missing("verify.other", sub.name());
                    default -> VerificationFinding.missing("verify.other", sub.name());
                });
    }

    private boolean ended(CertificateWrapper certificate) {
        return certificate != null && now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Revoked before it was made, or nobody can prove that it was made before. */
    private VerificationFinding revoked(
            SignatureWrapper signature, Optional<Instant> claimed, Optional<Instant> stamped) {
        Optional<Instant> at = signature.getCertificateChain().stream()
                .flatMap(certificate -> certificate.getCertificateRevocationData().stream())
                .filter(CertificateRevocationWrapper::isRevoked)
                .map(data -> instant(data.getRevocationDate()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        if (at.isEmpty()) {
            return VerificationFinding.wrong("verify.revoked", "-");
        }
        return revoked(at.get(), claimed, stamped);
    }

    private static VerificationFinding revoked(Instant at, Optional<Instant> claimed, Optional<Instant> stamped) {
        String day = VietnamTime.moment(at);
        boolean before =
                stamped.or(() -> claimed).map(time -> time.isBefore(at)).orElse(false);
        return before
                ? VerificationFinding.missing("verify.revoked-later", day)
                : VerificationFinding.wrong("verify.revoked", day);
    }

    // ---- our own rules

    private static void algorithm(SignatureWrapper signature, List<VerificationFinding> findings) {
        int bits = bits(signature);
        EncryptionAlgorithm key = signature.getEncryptionAlgorithm();
        boolean strong = signature.getDigestAlgorithm() != null
                && DIGESTS.contains(signature.getDigestAlgorithm())
                && key != null
                && (key.isEquivalent(EncryptionAlgorithm.RSA) && bits >= RSA_BITS
                        || key.isEquivalent(EncryptionAlgorithm.ECDSA) && bits >= EC_BITS);
        if (!strong) {
            findings.add(VerificationFinding.wrong("verify.weak", algorithmName(signature)));
        }
    }

    private static void purpose(CertificateWrapper certificate, List<VerificationFinding> findings) {
        List<KeyUsageBit> usages = certificate.getKeyUsages();
        boolean signs = usages == null
                || usages.isEmpty()
                || usages.contains(KeyUsageBit.DIGITAL_SIGNATURE)
                || usages.contains(KeyUsageBit.NON_REPUDIATION);
        if (!signs || certificate.isCA()) {
            findings.add(VerificationFinding.wrong("verify.unfit-certificate"));
        }
    }

    private void times(
            CertificateWrapper certificate,
            Optional<Instant> claimed,
            Optional<Instant> stamped,
            List<VerificationFinding> findings) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (claimed.filter(time -> time.isAfter(now.plus(CLOCKS_DIFFER))).isPresent()) {
            findings.add(VerificationFinding.wrong("verify.future"));
        }
        Optional<Instant> made = stamped.or(() -> claimed);
        if (made.isEmpty()) {
            findings.add(VerificationFinding.missing("verify.no-time"));
        } else if (made.get().isBefore(from) || made.get().isAfter(to)) {
            findings.add(VerificationFinding.wrong("verify.outside-validity"));
        } else if (stamped.isEmpty()) {
            findings.add(
                    now.isAfter(to)
                            ? VerificationFinding.missing("verify.expired")
                            : VerificationFinding.told("verify.time-claimed"));
        }
    }

    /**
     * What any good list says counts, not only what the engine goes by: where lists are inside the file, it does not look at
     * those that were loaded, which may be newer and tell of a revocation before the time stamp.
     */
    private Optional<VerificationFinding> revokedByAny(
            SignatureWrapper signature, Optional<Instant> claimed, Optional<Instant> stamped) {
        Optional<Instant> at = signature.getCertificateChain().stream()
                .filter(certificate -> !certificate.isTrusted())
                .flatMap(certificate -> Stream.concat(
                        certificate.getCertificateRevocationData().stream()
                                .filter(data -> data.isRevoked() && reliable(data, certificate))
                                .map(data -> instant(data.getRevocationDate()).orElse(Instant.EPOCH)),
                        lists.revokedAt(certificate).stream()))
                .min(Instant::compareTo);
        return at.filter(time -> stamped.filter(stamp -> stamp.isBefore(time)).isEmpty())
                .map(time -> revoked(time, claimed, stamped));
    }

    /** Every certificate below the root must be known not to be revoked, and known recently. */
    private Optional<Instant> revocation(
            SignatureWrapper signature, Optional<Instant> stamped, List<VerificationFinding> findings) {
        Optional<Instant> oldest = Optional.empty();
        if (track(signature).isEmpty()) {
            return oldest;
        }
        for (CertificateWrapper certificate : signature.getCertificateChain()) {
            if (certificate.isTrusted()) {
                break;
            }
            Optional<Instant> known = certificate.getCertificateRevocationData().stream()
                    .filter(data -> reliable(data, certificate))
                    .map(data -> instant(data.getThisUpdate()))
                    .flatMap(Optional::stream)
                    .filter(time -> !time.isAfter(now.plus(CLOCKS_DIFFER)))
                    // a list that was made after the end of a certificate need not name it any more
                    .filter(time -> !time.isAfter(certificate.getNotAfter().toInstant()))
                    .max(Instant::compareTo);
            if (known.isEmpty()) {
                findings.add(VerificationFinding.missing("verify.no-revocation", issuer(signature, certificate)));
                return Optional.empty();
            }
            boolean sinceStamp =
                    stamped.filter(time -> !known.get().isBefore(time)).isPresent();
            if (!sinceStamp && known.get().isBefore(now.minus(trust.freshness()))) {
                findings.add(VerificationFinding.missing(
                        "verify.stale",
                        issuer(signature, certificate),
                        VietnamTime.moment(known.get()),
                        trust.freshness().toDays()));
            }
            oldest = oldest.filter(time -> time.isBefore(known.get())).or(() -> known);
        }
        return oldest;
    }

    /** Made by the authority itself, or by the service that it named for that: anybody may put others into a file. */
    private static boolean reliable(CertificateRevocationWrapper data, CertificateWrapper certificate) {
        CertificateWrapper by = data.getSigningCertificate();
        CertificateWrapper issuer = certificate.getSigningCertificate();
        if (!data.isSignatureIntact() || !data.isSignatureValid() || by == null || issuer == null) {
            return false;
        }
        return by.getId().equals(issuer.getId())
                || data.getRevocationType() == RevocationType.OCSP && by.isIdKpOCSPSigning() && by.isTrustedChain();
    }

    // ---- small things

    private Optional<TrustTrack> track(SignatureWrapper signature) {
        return signature.getCertificateChain().stream()
                .filter(CertificateWrapper::isTrusted)
                .map(certificate -> tracks.get(fingerprint(certificate)))
                .filter(track -> track != null)
                .findFirst();
    }

    /** The time that a good time stamp proves. */
    private Optional<Instant> stamped(SignatureWrapper signature) {
        Date best = report.getBestSignatureTime(signature.getId());
        if (best == null
                || !best.toInstant().isBefore(now.minusSeconds(1))
                        && signature.getTimestampList().isEmpty()) {
            return Optional.empty();
        }
        return signature.getTimestampList().stream()
                .filter(stamp -> stamp.isSignatureIntact() && stamp.isSignatureValid())
                .map(stamp -> stamp.getProductionTime().toInstant())
                .filter(time -> time.toEpochMilli() == best.getTime())
                .findFirst();
    }

    /** The level, no higher than what stands for it is worth: anybody may put a time stamp of his own into a file. */
    private String level(SignatureWrapper signature, Optional<Instant> stamped) {
        if (signature.getSignatureFormat() == null) {
            return "";
        }
        String told = signature.getSignatureFormat().toString();
        if (stamped.isEmpty()) {
            return told.replaceFirst("-(T|LT|LTA)$", "-B");
        }
        return told.endsWith(ARCHIVED) && archivedUntil(signature).isEmpty() ? told.replaceFirst("-LTA$", "-LT") : told;
    }

    /** When the certificate of the latest good time stamp over everything ends; a later one must be there by then. */
    private Optional<Instant> archivedUntil(SignatureWrapper signature) {
        return Stream.concat(signature.getALevelTimestamps().stream(), signature.getDocumentTimestamps().stream())
                .filter(stamp -> report.getIndication(stamp.getId()) == Indication.PASSED)
                .filter(stamp -> stamp.getSigningCertificate() != null)
                .max(Comparator.comparing(TimestampWrapper::getProductionTime))
                .map(stamp -> stamp.getSigningCertificate().getNotAfter().toInstant());
    }

    private static int bits(SignatureWrapper signature) {
        try {
            return Integer.parseInt(signature.getKeyLengthUsedToSignThisToken());
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }

    private static String algorithmName(SignatureWrapper signature) {
        return (signature.getDigestAlgorithm() == null
                        ? "?"
                        : signature.getDigestAlgorithm().getName())
                + " "
                + (signature.getEncryptionAlgorithm() == null
                        ? "?"
                        : signature.getEncryptionAlgorithm().getName())
                + " "
                + bits(signature);
    }

    private static String issuer(SignatureWrapper signature, CertificateWrapper certificate) {
        CertificateWrapper issuer = certificate.getSigningCertificate();
        return issuer == null ? text(certificate.getCertificateIssuerDN()) : name(issuer);
    }

    private static String name(CertificateWrapper certificate) {
        String name = text(certificate.getCommonName());
        return name.isEmpty() ? text(certificate.getCertificateDN()) : name;
    }

    private static String serial(CertificateWrapper certificate) {
        return new BigInteger(certificate.getSerialNumber()).toString(16);
    }

    static String fingerprint(CertificateWrapper certificate) {
        return certificate.getDigestAlgoAndValue() == null
                ? ""
                : HexFormat.of().formatHex(certificate.getDigestAlgoAndValue().getDigestValue());
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
