package vn.quyche.core.api.web;

/**
 * What a REST door answers when something was made; the status is 201 then.
 *
 * @param id its id
 */
public record NewId(String id) {}
