package vn.quyche.group.internal.service;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.remote.RemoteAddress;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.district.NewDistrictLink;
import vn.quyche.group.internal.store.JpaDistrictStore;

/** The connection with the district, and what was read of its lists. */
@Component
@Regulated("TB.4")
public final class DefaultDistrictNews implements DistrictNews {

    private static final String TOKEN = "[!-~]{10,1000}";

    private final Acts acts;
    private final Access access;
    private final JpaDistrictStore store;
    private final Secrets secrets;

    @Activate
    public DefaultDistrictNews(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaDistrictStore store,
            @Reference Secrets secrets) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public DistrictLink link(Caller caller) {
        access.require(caller, GroupPermissions.REGISTER, Scope.school());
        return store.find().orElseGet(DistrictLink::none);
    }

    @Override
    public DistrictLink connect(Caller caller, long version, NewDistrictLink entered) {
        Act act = Act.on(
                "group.district", "district", "group.connect-district", GroupPermissions.REGISTER, Scope.school());
        return acts.perform(caller, act, log -> {
            DistrictLink before = store.find().orElseGet(DistrictLink::none);
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewDistrictLink checked = check(before, entered);
            boolean anew = !checked.address().equals(before.address());
            String token = checked.address().isEmpty()
                    ? ""
                    : checked.token().map(secrets::seal).orElseGet(store::sealedToken);
            DistrictLink after = new DistrictLink(
                    checked.address(),
                    !token.isEmpty(),
                    checked.sends(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    before.version() + 1);
            store.save(after, token, anew);
            log.changed(before, after);
            return store.find().orElseThrow();
        });
    }

    @Override
    public Page<DistrictChange> changes(Caller caller, Query query, PageRequest page) {
        access.require(caller, GroupPermissions.READ, Scope.school());
        return store.changes(query, page);
    }

    private static NewDistrictLink check(DistrictLink before, NewDistrictLink entered) {
        if (entered == null) {
            throw new Invalid("address", "core.required");
        }
        Checks checks = new Checks();
        String address = checks.text("address", entered.address(), 0, 300);
        Optional<String> token = entered.token().map(String::strip).filter(text -> !text.isEmpty());
        if (!address.isEmpty()) {
            Optional<String> read = RemoteAddress.read(address);
            checks.that(read.isPresent(), "address", "group.bad-district-address");
            address = read.orElse(address);
            // another machine never gets the token of this one
            boolean kept = before.tokenKept() && address.equals(before.address());
            checks.that(token.isPresent() || kept, "token", "group.token-for-new-address");
        }
        checks.that(token.map(text -> text.matches(TOKEN)).orElse(true), "token", "group.bad-district-token");
        checks.orThrow();
        return new NewDistrictLink(address, token, entered.sends() && !address.isEmpty());
    }
}
