package vn.quyche.core.api.web;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The REST door of a domain, served under {@code /api/<domain>/v1}.
 *
 * <p>Resources are plain JAX-RS objects; a method takes its caller as a parameter {@code @Context Caller}. They return
 * records or throw; the publisher turns errors into {@code application/problem+json}.
 */
@ConsumerType
public interface RestDoor {

    /** The domain, for example {@code group}. */
    String domain();

    /** The JAX-RS resource objects, each with a {@code @Path} below the domain. */
    List<Object> resources();
}
