package vn.quyche.core.audit.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.audit.internal.model.Hashes;
import vn.quyche.core.audit.internal.store.AuditStore;

/** Reads the log for those who may. */
@Component
public final class DefaultAuditTrail implements AuditTrail {

    private static final String SUBJECT = "audit.log";
    private static final int EXPORT_PAGE = 1000;

    private final Access access;
    private final Acts acts;
    private final AuditStore store;
    private final Sealer sealer;
    private final Verifications verifications;

    @Activate
    public DefaultAuditTrail(
            @Reference Access access,
            @Reference Acts acts,
            @Reference AuditStore store,
            @Reference Sealer sealer,
            @Reference Verifications verifications) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.sealer = sealer;
        this.verifications = verifications;
    }

    @Override
    public AuditLine get(Caller caller, String lineId) {
        access.require(caller, AuditPermissions.READ, Scope.school());
        return store.find(lineId).orElseThrow(() -> new NotFound("audit.line-not-found", lineId));
    }

    @Override
    public Page<AuditLine> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, AuditPermissions.READ, Scope.school());
        // millions of lines have indexes in this order only (decision 19)
        Sort.of(page.sort(), "-time", List.of("-time"));
        return store.list(checked(query), page);
    }

    @Override
    public Page<AuditLine> history(String subjectType, String subjectId, PageRequest page) {
        Query query = new Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(subjectType),
                Optional.of(subjectId),
                Optional.empty());
        return store.list(query, page);
    }

    @Override
    public Verification verify(Caller caller) {
        access.require(caller, AuditPermissions.VERIFY, Scope.school());
        Verification verification = verifications.run(caller.locale());
        Act act = Act.on(SUBJECT, "", "audit.verify", AuditPermissions.VERIFY, Scope.school());
        return acts.perform(caller, act, log -> {
            log.changed(
                    null,
                    Map.of(
                            "lines", verification.lines(),
                            "unsealed", verification.unsealed(),
                            "faults", verification.faults().size()));
            return verification;
        });
    }

    @Override
    public Optional<LastVerification> lastVerification(Caller caller) {
        access.require(caller, AuditPermissions.READ, Scope.school());
        return store.lastRun().map(run -> new LastVerification(run.at(), run.lines(), run.faults(), run.firstFault()));
    }

    @Override
    public Export prepareExport(Caller caller, Query query) {
        Act act = Act.on(SUBJECT, "", "audit.export", AuditPermissions.EXPORT, Scope.school());
        acts.perform(caller, act, log -> {
            log.changed(null, checked(query));
            return null;
        });
        sealer.run();
        return out -> write(query, out);
    }

    private void write(Query query, OutputStream out) {
        try {
            Writer writer = new OutputStreamWriter(out, UTF_8);
            write(query, writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The reader of the export went away", e);
        }
    }

    private void write(Query query, Writer writer) throws IOException {
        long end = store.head().number();
        long count = 0;
        String lastHash = Hashes.GENESIS;
        List<AuditLine> page = store.inChainOrder(query, 0, end, EXPORT_PAGE);
        while (!page.isEmpty()) {
            for (AuditLine line : page) {
                writer.write(Json.of(line));
                writer.write('\n');
            }
            AuditLine last = page.get(page.size() - 1);
            count += page.size();
            lastHash = last.hash();
            page = store.inChainOrder(query, last.number().orElseThrow(), end, EXPORT_PAGE);
        }
        Map<String, Object> closing = new LinkedHashMap<>();
        closing.put("count", count);
        closing.put("lastHash", lastHash);
        writer.write(Json.of(closing));
        writer.write('\n');
    }

    private static Query checked(Query query) {
        if (query.from().isPresent()
                && query.to().isPresent()
                && !query.from().get().isBefore(query.to().get())) {
            throw new Invalid("to", "audit.range-backwards");
        }
        return query;
    }
}
