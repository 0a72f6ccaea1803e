package vn.quyche.signing.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;

/** Delegations that a test places by hand. */
final class StubDelegations implements Delegations {

    private final Map<String, Delegation> all = new HashMap<>();

    void put(String id, String toPersonId, State state) {
        LocalDate day = LocalDate.of(2026, 10, 1);
        all.put(
                id,
                new Delegation(
                        id,
                        "p-principal",
                        "",
                        toPersonId,
                        "",
                        Set.of(),
                        Optional.empty(),
                        day,
                        day.plusDays(30),
                        "",
                        Set.of(),
                        Instant.EPOCH,
                        Optional.empty(),
                        state));
    }

    @Override
    public Delegation get(Caller caller, String delegationId) {
        return Optional.ofNullable(all.get(delegationId))
                .orElseThrow(() -> new NotFound("security.delegation-not-found"));
    }

    @Override
    public Set<String> delegable(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Delegation> mine(Caller caller, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Delegation> list(Caller caller, Optional<String> personId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delegation give(Caller caller, String key, NewDelegation delegation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void end(Caller caller, String delegationId, String reason) {
        throw new UnsupportedOperationException();
    }
}
