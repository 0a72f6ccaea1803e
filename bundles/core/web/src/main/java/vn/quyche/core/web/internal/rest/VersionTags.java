package vn.quyche.core.web.internal.rest;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;

/** Sends the version of a record that has one ({@code long version}) as its {@code ETag}. */
final class VersionTags implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null || !entity.getClass().isRecord() || response.getStatus() >= 300) {
            return;
        }
        Stream.of(entity.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("version") && component.getType() == long.class)
                .findFirst()
                .ifPresent(component ->
                        response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + value(component, entity) + "\""));
    }

    private static Object value(RecordComponent component, Object entity) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(entity);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("the version of " + entity.getClass() + " cannot be read", hidden);
        }
    }
}
