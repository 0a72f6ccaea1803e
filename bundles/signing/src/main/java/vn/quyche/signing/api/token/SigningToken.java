package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A signing token of the register.
 *
 * @param id its id
 * @param serial the number on the device
 * @param kind whose signature it makes
 * @param provider who sold the service
 * @param purpose what it is for
 * @param holderId the person whom its certificate names; empty for the school's
 * @param holderName the name; that of the school for the school's
 * @param custodianId who has it
 * @param custodianName the name
 * @param place where it is kept
 * @param state where it stands
 * @param certificate what its certificate says
 * @param remark why a certificate was taken that names the school otherwise; empty as a rule
 * @param registeredAt when it came into the register
 * @param lastKnownAt when it was last known to be with its custodian: handed over, confirmed, or used
 * @param lastUsedAt when it last signed
 * @param version grows with each change
 */
public record SigningToken(
        String id,
        String serial,
        SignatureKind kind,
        String provider,
        String purpose,
        String holderId,
        String holderName,
        String custodianId,
        String custodianName,
        String place,
        TokenState state,
        SigningCertificate certificate,
        String remark,
        Instant registeredAt,
        Instant lastKnownAt,
        Optional<Instant> lastUsedAt,
        long version) {

    /** With the names of people. */
    public SigningToken named(String holder, String custodian) {
        return copy(
                new Words(provider, purpose, place, remark),
                holder,
                custodianId,
                custodian,
                state,
                certificate,
                lastKnownAt,
                lastUsedAt,
                version);
    }

    /** With something else written about it; the next version. */
    public SigningToken described(String newProvider, String newPurpose, String newPlace) {
        return copy(
                new Words(newProvider, newPurpose, newPlace, remark),
                holderName,
                custodianId,
                custodianName,
                state,
                certificate,
                lastKnownAt,
                lastUsedAt,
                version + 1);
    }

    /** In another state; the next version. */
    public SigningToken in(TokenState newState) {
        return copy(
                new Words(provider, purpose, place, remark),
                holderName,
                custodianId,
                custodianName,
                newState,
                certificate,
                lastKnownAt,
                lastUsedAt,
                version + 1);
    }

    /** With another certificate; the next version. */
    public SigningToken certified(SigningCertificate newCertificate, String newRemark, TokenState newState) {
        return copy(
                new Words(provider, purpose, place, newRemark),
                holderName,
                custodianId,
                custodianName,
                newState,
                newCertificate,
                lastKnownAt,
                lastUsedAt,
                version + 1);
    }

    /** With somebody else, at another place, known to be there since an instant; the next version. */
    public SigningToken with(String newCustodianId, String newPlace, TokenState newState, Instant at) {
        return copy(
                new Words(provider, purpose, newPlace, remark),
                holderName,
                newCustodianId,
                "",
                newState,
                certificate,
                at,
                lastUsedAt,
                version + 1);
    }

    /** Known to be with its custodian. */
    public SigningToken known(Instant at) {
        return copy(
                new Words(provider, purpose, place, remark),
                holderName,
                custodianId,
                custodianName,
                state,
                certificate,
                at,
                lastUsedAt,
                version);
    }

    /** Used, thus known to be with its custodian. */
    public SigningToken used(Instant at) {
        return copy(
                new Words(provider, purpose, place, remark),
                holderName,
                custodianId,
                custodianName,
                state,
                certificate,
                at,
                Optional.of(at),
                version);
    }

    private record Words(String provider, String purpose, String place, String remark) {}

    private SigningToken copy(
            Words words,
            String holder,
            String custodian,
            String custodianCalled,
            TokenState newState,
            SigningCertificate newCertificate,
            Instant knownAt,
            Optional<Instant> usedAt,
            long newVersion) {
        return new SigningToken(
                id,
                serial,
                kind,
                words.provider(),
                words.purpose(),
                holderId,
                holder,
                custodian,
                custodianCalled,
                words.place(),
                newState,
                newCertificate,
                words.remark(),
                registeredAt,
                knownAt,
                usedAt,
                newVersion);
    }
}
