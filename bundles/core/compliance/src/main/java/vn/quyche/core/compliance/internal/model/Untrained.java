package vn.quyche.core.compliance.internal.model;

/**
 * Somebody who works at the school and never came to a training on a regulation that is in force.
 *
 * @param personId who
 * @param name the name
 * @param regulationId the regulation
 * @param regulation its title
 */
public record Untrained(String personId, String name, String regulationId, String regulation) {}
