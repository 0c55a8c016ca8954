"""Which page stands under which address."""

from __future__ import annotations

from starlette.routing import Route

from cellwire.publish.web.pages import deciding, entries, lists, looking, outlook, week


def page_routes() -> list[Route]:
    routes = [Route("/", week.front), Route("/week/{ending}", week.brief)]
    for name in lists.PAGES:
        routes.append(Route(f"/{name}", lists.lister(name)))
        routes += [Route(f"/{name}.{suffix}", lists.filer(name, suffix)) for suffix in lists.suffixes(name)]
        routes.append(Route(f"/{name}/{{id}}", entries.shower(name)))
    return [
        *routes,
        Route("/search", looking.search),
        Route("/changes", looking.changes),
        Route("/outlook", outlook.outlook),
        Route("/sources", looking.sources),
        Route("/quote", looking.quote),
        Route("/about", looking.about),
        Route("/review", deciding.review),
        Route("/review", deciding.decide, methods=["POST"]),
        Route("/judgements", deciding.judgements),
        Route("/signin", deciding.sign_in_page),
        Route("/signin", deciding.sign_in, methods=["POST"]),
        Route("/signout", deciding.sign_out, methods=["POST"]),
    ]
