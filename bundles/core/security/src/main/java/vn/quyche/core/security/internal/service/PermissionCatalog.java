package vn.quyche.core.security.internal.service;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions that the installed bundles declare. They come and go with their bundles. */
@Component(service = PermissionCatalog.class)
public final class PermissionCatalog {

    private final Set<PermissionSource> sources = new HashSet<>();
    private volatile Map<String, Permission> permissions = Map.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addSource(PermissionSource source) {
        sources.add(source);
        collect();
    }

    synchronized void removeSource(PermissionSource source) {
        sources.remove(source);
        collect();
    }

    /** All permissions by name; a new map whenever a bundle came or went. */
    Map<String, Permission> all() {
        return permissions;
    }

    Optional<Permission> find(String name) {
        return Optional.ofNullable(permissions.get(name));
    }

    private void collect() {
        Map<String, Permission> all = new TreeMap<>();
        sources.forEach(source -> source.permissions().forEach(one -> all.put(one.name(), one)));
        permissions = all;
    }
}
