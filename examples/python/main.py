# Several registries in one Secret, and a second Secret that another team makes: the same manifests as examples/multi-registry.
from cdk8s import ApiObject, ApiObjectMetadata, App, Chart, JsonPatch
from regcred import Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding

app = App()
chart = Chart(app, "multi-registry", namespace="shop")

PrivateRegistryAccess(
    chart,
    "pull",
    namespaces=["shop", "shop-staging"],
    create_namespaces=True,
    pull_secrets=[
        PullSecret.from_logins(
            logins=[
                Registry.docker_hub().login(Credentials.from_environment(prefix="DOCKERHUB")),
                Registry.ghcr(owner="acme").login(Credentials.from_environment(prefix="GHCR")),
                Registry.harbor(host="harbor.acme.com", project="shop").login(
                    Credentials.from_environment(prefix="HARBOR")
                ),
            ]
        ),
        PullSecret.existing("partner-registry", covers=["quay.io/partner/"]),
    ],
    service_accounts=[ServiceAccountBinding.patch_default(), ServiceAccountBinding.create(name="shop-api")],
    labels={"app.kubernetes.io/part-of": "shop"},
)

pod_spec = {
    "serviceAccountName": "shop-api",
    "initContainers": [{"name": "migrate", "image": "ghcr.io/acme/shop-migrate:2.4.1"}],
    "containers": [
        {"name": "api", "image": "harbor.acme.com/shop/backend/api:2.4.1"},
        {"name": "cache", "image": "docker.io/acme/cache:7.2.0"},
    ],
}
deployment = ApiObject(
    chart, "api", api_version="apps/v1", kind="Deployment", metadata=ApiObjectMetadata(name="api")
)
deployment.add_json_patch(
    JsonPatch.add(
        "/spec",
        {
            "selector": {"matchLabels": {"app": "api"}},
            "template": {"metadata": {"labels": {"app": "api"}}, "spec": pod_spec},
        },
    )
)

app.synth()
