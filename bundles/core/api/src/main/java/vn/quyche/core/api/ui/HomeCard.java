package vn.quyche.core.api.ui;

/**
 * A card of the home page. It is fetched by itself, so that a slow or broken card never holds up the page.
 *
 * @param id its id within the bundle
 * @param order its place, small first; below 100 stands in the column "what must I do now"
 * @param permission who sees it; empty for everyone
 * @param handler gives a template without frame
 */
public record HomeCard(String id, int order, String permission, UiPage.UiHandler handler) {}
