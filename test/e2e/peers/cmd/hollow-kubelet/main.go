// Command hollow-kubelet is kubemark's hollow kubelet: the real kubelet loop,
// secret manager, keyring and image manager, a real CRI image service
// (containerd) and a fake container runtime, so that no cgroup, no CNI and no
// container is needed.
package main

import (
	"context"
	"flag"
	"os"
	"os/signal"
	"syscall"
	"time"

	clientset "k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	remote "k8s.io/cri-client/pkg"
	fakeremote "k8s.io/cri-client/pkg/fake"
	"k8s.io/klog/v2"
	cadvisortest "k8s.io/kubernetes/pkg/kubelet/cadvisor/testing"
	"k8s.io/kubernetes/pkg/kubelet/cm"
	"k8s.io/kubernetes/pkg/kubemark"
)

func must[T any](v T, err error) T {
	if err != nil {
		klog.Fatal(err)
	}
	return v
}

func main() {
	klog.InitFlags(nil)
	kubeconfig := flag.String("kubeconfig", "", "kubeconfig file")
	cri := flag.String("cri", "", "CRI image service endpoint, unix://...")
	name := flag.String("name", "node1", "node name")
	root := flag.String("root", "", "root directory")
	verify := flag.String("verify", "NeverVerifyPreloadedImages", "imagePullCredentialsVerificationPolicy")
	port := flag.Int("port", 20250, "kubelet port on 127.0.0.1")
	pods := flag.Int("max-pods", 500, "pods that run here at a time; a real kubelet takes 110")
	cpc := flag.String("image-credential-provider-config", "", "CredentialProviderConfig file")
	cpb := flag.String("image-credential-provider-bin-dir", "", "plugin directory")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	rc := must(clientcmd.BuildConfigFromFlags("", *kubeconfig))
	rc.UserAgent = "hollow-kubelet"
	rc.QPS, rc.Burst = 500, 1000 // the default of 5 a second is most of the time that a pod takes
	client := must(clientset.NewForConfig(rc))

	f, c := kubemark.GetHollowKubeletConfig(&kubemark.HollowKubeletOptions{NodeName: *name, KubeletPort: *port, MaxPods: *pods})
	if *root != "" {
		f.RootDirectory = *root
	}
	f.MinimumGCAge.Duration = time.Minute
	f.ImageCredentialProviderConfigPath, f.ImageCredentialProviderBinDir = *cpc, *cpb
	c.Address = "127.0.0.1"
	c.EnableServer = false
	c.MakeIPTablesUtilChains = false
	c.RegistryPullQPS, c.SerializeImagePulls = 0, false // a test starts hundreds of pulls at once
	c.ImagePullCredentialsVerificationPolicy = *verify
	c.ImageServiceEndpoint = *cri
	c.ContainerRuntimeEndpoint = *cri
	c.SyncFrequency.Duration = time.Second

	endpoint := must(fakeremote.GenerateEndpoint())
	fake := fakeremote.NewFakeRemoteRuntime()
	if err := fake.Start(endpoint); err != nil {
		klog.Fatal(err)
	}
	defer fake.Stop()
	rt := must(remote.NewRemoteRuntimeServiceBuilder().WithEndpoint(endpoint).WithConnectionTimeout(15 * time.Second).Build(ctx))
	img := must(remote.NewRemoteImageServiceBuilder().WithEndpoint(*cri).WithConnectionTimeout(15 * time.Second).Build(ctx))

	hk := kubemark.NewHollowKubelet(f, c, client, client, &cadvisortest.Fake{NodeName: *name}, img, rt, cm.NewStubContainerManager())
	hk.KubeletDeps.Recorder = nil // a real recorder: events reach the API server
	hk.KubeletDeps.EventClient = client.CoreV1()
	go hk.Run(ctx)
	<-ctx.Done()
}
